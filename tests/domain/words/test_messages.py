"""Every error has its sentence, and no sentence waits for an error that nobody raises."""

import re
from pathlib import Path

import pytest

import coordapp
from coordapp.domain.words.messages import SENTENCES

PACKAGE = Path(coordapp.__file__).parent
SOURCES = {
    path: path.read_text(encoding="utf-8")
    for path in PACKAGE.rglob("*.py")
    if path.name != "messages.py"
}
RAISED = {
    code
    for text in SOURCES.values()
    for code in re.findall(r"(?:RuleViolation|StoreError|DocumentError)\(\s*\"(\w+)\"", text)
}


def test_every_code_raised_has_a_sentence() -> None:
    assert SENTENCES.keys() >= RAISED


@pytest.mark.parametrize("code", SENTENCES)
def test_every_sentence_belongs_to_a_code_in_the_program(code: str) -> None:
    assert any(f'"{code}"' in text for text in SOURCES.values())


@pytest.mark.parametrize("code", SENTENCES)
def test_a_sentence_ends_as_one_and_says_something(code: str) -> None:
    sentence = SENTENCES[code]
    assert sentence.endswith(".")
    assert sentence[0].isupper() or sentence[0] == "{"
