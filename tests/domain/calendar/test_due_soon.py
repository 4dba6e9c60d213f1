"""What is due soon is worked out in one place, and nothing else measures a deadline against days."""

import ast
import re
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest

from coordapp.domain.calendar.due_soon import is_due_soon, last_due_soon

PACKAGE = Path(__file__).parents[3] / "coordapp"
HERE = PACKAGE / "domain" / "calendar" / "due_soon.py"
TODAY = date(2018, 3, 31)
DAYS = frozenset(("due_soon_days", "soon"))
# without one of these words no line can be found: to look through all others takes long
NEEDED = re.compile(r"\b(?:today|soon|due_soon_days)\b")
ORDER = (ast.Lt, ast.LtE, ast.Gt, ast.GtE)


@pytest.mark.parametrize("days", [0, 1, 3, 30])
def test_a_day_is_due_soon_from_today_to_the_last_of_the_days(days):
    found = {left for left in range(-3, 40) if is_due_soon(TODAY + timedelta(left), TODAY, days)}

    assert found == set(range(days + 1))
    assert last_due_soon(TODAY, days) == TODAY + timedelta(days)


def test_the_calendar_may_end_before_the_days_do():
    assert last_due_soon(date.max, 3) == date.max


def test_no_other_place_works_out_what_is_due_soon():
    found = [
        f"{module.relative_to(PACKAGE)}:{line}"
        for module in sorted(PACKAGE.rglob("*.py"))
        if module != HERE and NEEDED.search(text := module.read_text(encoding="utf-8"))
        for line in own_windows(ast.parse(text))
    ]

    assert found == []


@pytest.mark.parametrize(
    "text",
    [
        "ok = (task.due - today).days <= 3",
        "ok = today <= task.due <= today + timedelta(days)",
        "ok = report.due_on.toordinal() <= today.toordinal() + soon",
        "def f(task, today):\n    left = (task.due - today).days\n    return left < FEW",
        "last = today + timedelta(due_soon_days)",
    ],
)
def test_a_second_place_would_be_found(text):
    assert list(own_windows(ast.parse(text)))


def own_windows(tree: ast.AST) -> Iterator[int]:
    """Give the lines that measure days to a deadline against a bound, or reckon with the number."""
    for node in ast.walk(tree):
        if isinstance(node, ast.BinOp) and names(node) & DAYS:
            yield node.lineno
    scopes = [one for one in ast.walk(tree) if isinstance(one, ast.FunctionDef)]
    for scope in [*scopes, tree]:
        if "today" not in names(scope):
            continue
        distances = {
            target.id
            for one in ast.walk(scope)
            if isinstance(one, ast.Assign) and is_distance(one.value)
            for target in one.targets
            if isinstance(target, ast.Name)
        }
        for one in ast.walk(scope):
            if isinstance(one, ast.Compare) and is_bound(one, distances):
                yield one.lineno


def is_bound(compared: ast.Compare, distances: set[str]) -> bool:
    if not any(isinstance(sign, ORDER) for sign in compared.ops):
        return False
    sides = [compared.left, *compared.comparators]
    far = [one for one in sides if is_distance(one) or names(one) & distances]
    # beside nought a distance only says before or after
    return bool(far) and any(
        not (isinstance(one, ast.Constant) and one.value == 0) for one in sides if one not in far
    )


def is_distance(node: ast.AST) -> bool:
    """Tell whether days are counted between a deadline and today, or on from today."""
    for one in ast.walk(node):
        if not isinstance(one, ast.BinOp) or not isinstance(one.op, ast.Add | ast.Sub):
            continue
        held = names(one)
        is_between = isinstance(one.op, ast.Sub) and held & {"due", "due_on"} and "today" in held
        is_on = (
            isinstance(one.op, ast.Add) and "today" in held and held & {"timedelta", "toordinal"}
        )
        if is_between or is_on:
            return True
    return False


def names(node: ast.AST) -> set[str]:
    found = {one.id for one in ast.walk(node) if isinstance(one, ast.Name)}
    return found | {one.attr for one in ast.walk(node) if isinstance(one, ast.Attribute)}
