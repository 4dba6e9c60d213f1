"""Wherever names are put in an order, it is the Vietnamese one, by one key."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

import coordapp

_HOME = Path(coordapp.__file__).parent
_KEYS = {"by_text", "by_person"}
# what is read as words by people; codes, days, numbers and places in protocol have other orders
_NAMES = {
    "full_name", "label", "lead_full_name", "lead_name", "name", "post", "short_name", "subject",
    "title", "wording",
}  # fmt: skip
_LISTS = {"labels", "names", "notes", "people", "titles", "words"}
# names of files, fonts, settings: nobody reads these lists as Vietnamese
_OF_MACHINES = {
    "store/file/backup.py", "store/file/schema.py", "store/file/salvage.py", "ui/manual/manual_text.py",
    "app.py", "logs.py",
}  # fmt: skip
_SQL = re.compile(
    r"order by\b(?:(?!\blimit\b)[^;)])*?\b(?:full_name|short_name|name|title|who|subject|wording)\b",
    re.IGNORECASE,
)


def _sources() -> Iterator[tuple[str, str]]:
    for path in sorted(_HOME.rglob("*.py")):
        place = path.relative_to(_HOME).as_posix()
        if place not in _OF_MACHINES:
            yield place, path.read_text(encoding="utf-8")


def _orders(tree: ast.AST) -> Iterator[tuple[ast.Call, list[ast.expr]]]:
    """Give each call that puts something in an order, with what decides the order."""
    for node in ast.walk(tree):
        if not isinstance(node, ast.Call):
            continue
        called = node.func
        name = called.id if isinstance(called, ast.Name) else getattr(called, "attr", "")
        if name not in ("sorted", "sort"):
            continue
        keys = [word.value for word in node.keywords if word.arg == "key"]
        yield node, keys or (node.args[:1] if name == "sorted" else [])


def _told(expression: ast.AST) -> set[str]:
    """Name what an expression reads; what goes through one of our keys is in order."""
    if isinstance(expression, ast.Call) and getattr(expression.func, "id", "") in _KEYS:
        return set()
    own = set()
    if isinstance(expression, ast.Attribute):
        own = {expression.attr}
    elif isinstance(expression, ast.Name) and expression.id in _LISTS:
        own = {"name"}
    elif isinstance(expression, ast.Constant) and isinstance(expression.value, str):
        own = set(expression.value.split("."))
    return own.union(*map(_told, ast.iter_child_nodes(expression)))


def _without_key(source: str) -> list[int]:
    tree = ast.parse(source)
    functions = {node.name: node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef)}
    found = []
    for call, deciding in _orders(tree):
        read = set().union(*map(_told, deciding))
        for key in deciding:
            if isinstance(key, ast.Name) and key.id in functions:
                # a key with a name of its own
                read |= set().union(*map(_told, functions[key.id].body))
        if read & _NAMES:
            found.append(call.lineno)
    return found


def test_names_are_sorted_by_the_key() -> None:
    found = {place: _without_key(source) for place, source in _sources() if "sort" in source}
    wrong = {place: lines for place, lines in found.items() if lines}
    assert wrong == {}, "use by_text or by_person"


def test_no_query_sorts_by_names() -> None:
    wrong = {place: _SQL.findall(source) for place, source in _sources() if _SQL.search(source)}
    assert wrong == {}


@pytest.mark.parametrize(
    "code",
    [
        "sorted(units, key=lambda unit: unit.name)",
        "units.sort(key=attrgetter('full_name'))",
        "sorted({row.lead_name for row in rows})",
        "sorted(rows, key=lambda row: (row.day, row.title))",
        "def _order(one):\n    return one.short_name\nsorted(units, key=_order)",
    ],
)
def test_an_order_without_the_key_is_found(code: str) -> None:
    assert _without_key(code)


@pytest.mark.parametrize(
    "code",
    [
        "sorted(units, key=lambda unit: by_text(unit.name))",
        "sorted(people, key=lambda one: (one.place, by_person(one.full_name)))",
        "sorted(tasks, key=lambda task: task.code)",
    ],
)
def test_an_order_by_the_key_is_none(code: str) -> None:
    assert not _without_key(code)
