"""The list of places where a noun goes is whole and true, shown on the template of tasks."""

import re
from pathlib import Path

import pytest

from coordapp.domain.kernel.changes import Kind, Op
from coordapp.domain.words import labels
from coordapp.domain.words.field_labels import FIELDS
from coordapp.services.tasks import template_actions
from coordapp.store.file.tables import ALL
from coordapp.ui.shell.pages import PAGES
from tests.services.test_every_action import ACTIONS

ROOT = Path(__file__).parents[1]
LIST = (ROOT / "resources" / "docs" / "add-a-noun.md").read_text(encoding="utf-8")
STEPS = re.findall(r"^\| (\d+) \| `([^`]+)` \| `(\w+)`", LIST, re.MULTILINE)
# the names by which code speaks of the template
SPOKEN = re.compile(
    r"TaskTemplate|TASK_TEMPLATE|_TEMPLATE\b|task_template|sample_templates|template_(?:actions|name)"
    r"|tasks\.template\b|ui\.templates|\"templates\""
)


def test_the_steps_are_numbered_from_one_on_and_all_are_tried():
    lines = re.findall(r"^\| \d+ \|", LIST, re.MULTILINE)

    assert len(STEPS) == len(lines)
    assert [int(number) for number, _, _ in STEPS] == list(range(1, len(STEPS) + 1))


@pytest.mark.parametrize(("number", "file", "name"), STEPS)
def test_a_step_leads_to_what_it_names(number, file, name):
    assert name in (ROOT / file).read_text(encoding="utf-8"), f"step {number}"


def test_every_place_that_speaks_of_the_template_is_listed():
    sources = [
        path
        for folder in ("coordapp", "tests")
        for path in (ROOT / folder).rglob("*")
        if path.suffix in (".py", ".sql") and path != Path(__file__).resolve()
    ]
    speaking = {
        path.relative_to(ROOT).as_posix()
        for path in sources
        if SPOKEN.search(path.read_text(encoding="utf-8"))
    }

    assert speaking == {file for _, file, _ in STEPS}


def test_the_registry_of_each_layer_holds_the_template():
    actions = {op for op in Op if op.name.endswith("_TEMPLATE")}

    assert ALL[Kind.TASK_TEMPLATE].kind is Kind.TASK_TEMPLATE
    assert FIELDS[Kind.TASK_TEMPLATE]
    assert labels.KIND[Kind.TASK_TEMPLATE]
    assert actions
    assert actions <= set(labels.OP)
    assert actions <= set(ACTIONS)
    assert {"add", "edit", "delete"} <= set(vars(template_actions))
    assert "templates" in {entry.key for entry in PAGES}
