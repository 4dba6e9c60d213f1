"""The handbook is true: what documents name is there, and what code cites can be read here."""

import re
from configparser import ConfigParser
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
DOCS = ROOT / "resources" / "docs"
FORMS = "resources/docs/forms.md"
SOURCES = sorted([*(ROOT / "coordapp").rglob("*.py"), *(ROOT / "tests").rglob("*.py")])
DOCUMENTS = sorted([ROOT / "README.md", ROOT / "resources" / "THIRD-PARTY.md", *DOCS.glob("*.md")])
SECTIONS = re.findall(
    r'^### <a id="([\d.]+)"></a>([\d.]+) \S', (ROOT / FORMS).read_text(encoding="utf-8"), re.M
)
# what anybody can read elsewhere: published standards, and the files of a format itself
PUBLIC = re.compile(r"\b(ECMA-376|TCVN \d+|ISO|RFC \d+|the PDF operators)\b|\b[A-Z]\(\d\)")
CITED = re.compile(rf"{re.escape(FORMS)} (\d+\.\d+(?:(?:, | and )\d+\.\d+)*)")
# a name and a number with a point, such as `notes 4.2`: a place in some other text
ELSEWHERE = re.compile(r"\b[a-z]+(?:-[a-z]+)+ (?:[A-Z]?\d+\.\d|[A-Z]\d)")

each_document = pytest.mark.parametrize(
    "document", DOCUMENTS, ids=[path.relative_to(ROOT).as_posix() for path in DOCUMENTS]
)


def remarks(source: Path) -> list[str]:
    """Give the docstrings and the comments of a module, those on following lines as one."""
    text = source.read_text(encoding="utf-8")
    runs = re.findall(r"(?:^ *# .*\n?)+|  # .*$", text, re.M)
    told = [
        *re.findall(r'"""(.*?)"""', text, re.S),
        *(re.sub(r"^ *# ", "", run, flags=re.M) for run in runs),
    ]
    return [" ".join(said.split()) for said in told]


def test_a_section_of_the_forms_has_one_number_and_the_anchor_of_it():
    numbers = [number for number, _ in SECTIONS]

    assert numbers
    assert [anchor for anchor, _ in SECTIONS] == numbers
    assert len(set(numbers)) == len(numbers)


@cache
def everything_told() -> list[tuple[str, str]]:
    """Give what every module says, with its file."""
    return [
        (source.relative_to(ROOT).as_posix(), said)
        for source in SOURCES
        for said in remarks(source)
    ]


def cited(said: str) -> set[str]:
    return {n for match in CITED.finditer(said) for n in re.findall(r"\d+\.\d+", match[1])}


def test_a_section_of_the_forms_that_code_cites_is_there():
    numbers = {number for number, _ in SECTIONS}

    assert [(file, said) for file, said in everything_told() if cited(said) - numbers] == []


def test_a_source_is_a_section_of_the_forms_or_a_public_standard():
    not_here = [
        (file, said)
        for file, said in everything_told()
        if ELSEWHERE.search(said)
        or any(
            not (cited(after) or PUBLIC.search(after))
            for after in re.split(r"\b[Ss]ource: ", said)[1:]
        )
    ]

    assert not_here == []


def test_a_document_that_code_names_is_in_the_repository():
    missing = [
        (file, name)
        for file, said in everything_told()
        for name in re.findall(r"[\w./-]+\.md\b", said)
        if not (ROOT / name).is_file()
    ]

    assert missing == []


@each_document
def test_a_file_that_a_document_names_is_there(document):
    text = document.read_text(encoding="utf-8")
    named = re.findall(r"`((?:coordapp|tests|resources)/[\w./-]*)", text)
    linked = re.findall(r"\]\((?!https?:|#)([^)#]+)", text)

    assert [name for name in named if not (ROOT / name).exists()] == []
    assert [name for name in linked if not (document.parent / name).exists()] == []


def test_every_decision_tells_question_verdict_reason_and_what_would_change_it():
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    decisions = readme.split("\n## Decisions\n")[1].split("\n## ")[0]
    rows = [line.strip("| ").split(" | ") for line in decisions.splitlines() if line[:1] == "|"]
    heads = [row for row in rows if row[0] == "Question"]

    assert heads
    assert {len(row) for row in rows if not row[0].startswith("---")} == {4}
    assert all(cell.strip() for row in rows for cell in row)


def test_every_development_tool_is_pinned():
    settings = ConfigParser()
    settings.read(ROOT / "setup.cfg", encoding="utf-8")
    tools = settings["options.extras_require"]["dev"].split()

    assert [tool for tool in tools if not re.fullmatch(r"[\w.-]+==[\d.]+", tool)] == []
