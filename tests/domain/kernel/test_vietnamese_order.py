"""Names and texts stand in Vietnamese order, by one key wherever they are sorted."""

import ast
import random
import unicodedata
from pathlib import Path

import pytest

import coordapp
from coordapp.domain.kernel.vietnamese_order import by_person, by_text

_LETTERS = [*"aăâbcdđeêghiklmnoôơpqrstuưvxy"]
_SOURCES = Path(coordapp.__file__).parent
_ROUGH = {"fold", "casefold", "lower", "lowered"}


@pytest.mark.parametrize(
    "ordered",
    [
        _LETTERS,
        ["ma", "mà", "mả", "mã", "má", "mạ"],
        ["Dân", "Dân vận", "Duy", "Đảng", "Đoàn", "Em", "Ê-đê"],
        ["An Giang", "Ánh", "Ăn", "Ấn", "Ban", "Bản", "Bàn bạc", "Cao"],
        ["Hội 1", "Hội 2", "Hội A", "Hội CCB", "Hội Cựu", "Hội ND"],
        ["Tỉnh đoàn", "Tỉnh ủy", "Tỉnh ủy viên"],
    ],
)
def test_texts_stand_in_vietnamese_order(ordered: list[str]) -> None:
    mixed = random.Random(3).sample(ordered, len(ordered))
    assert sorted(mixed, key=by_text) == ordered


def test_a_tone_counts_only_where_the_letters_are_equal() -> None:
    assert sorted(["mạ b", "ma c", "má a"], key=by_text) == ["má a", "mạ b", "ma c"]


def test_case_and_the_form_of_accents_do_not_change_the_place() -> None:
    taken_apart = unicodedata.normalize("NFD", "Đặng Ước")
    assert by_text(taken_apart) == by_text("Đặng Ước") == by_text("ĐẶNG ƯỚC")


def test_persons_stand_by_their_given_names() -> None:
    people = ["Lê Văn Ánh", "Trần Thị An", "Nguyễn Văn An", "Vũ Đức", "Bùi Dũng", "Cao Sơn"]
    assert sorted(people, key=by_person) == [
        "Nguyễn Văn An", "Trần Thị An", "Lê Văn Ánh", "Bùi Dũng", "Vũ Đức", "Cao Sơn",
    ]  # fmt: skip


def _keys(tree: ast.AST) -> list[ast.expr]:
    return [
        word.value
        for call in ast.walk(tree)
        if isinstance(call, ast.Call)
        for word in call.keywords
        if word.arg in ("key", "sort")
    ]


def test_nothing_else_puts_texts_in_an_order() -> None:
    found = []
    for path in sorted(_SOURCES.rglob("*.py")):
        for key in _keys(ast.parse(path.read_text(encoding="utf-8"))):
            names = {n.id for n in ast.walk(key) if isinstance(n, ast.Name)}
            names |= {n.attr for n in ast.walk(key) if isinstance(n, ast.Attribute)}
            if names & _ROUGH:
                found.append(f"{path.relative_to(_SOURCES)}:{key.lineno}")
    assert found == []


def test_no_statement_orders_by_a_name() -> None:
    named = ("order by name", "order by title", "order by full_name", "order by short_name")
    found = [
        path.name
        for path in (_SOURCES / "store").rglob("*.py")
        for words in named
        if words in path.read_text(encoding="utf-8").casefold()
        and path.name != "backup.py"  # the tables of a file, which are no names of people
    ]
    assert found == []
