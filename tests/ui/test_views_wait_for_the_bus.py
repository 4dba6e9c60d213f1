"""A view never updates itself after its own edit: the bus tells it, as it tells every other view.

Shown again by hand, one view would be right where another is not, and the second writer, the undo
and the import would each need the same by hand. What has to be seen before the next key is told
by `bus.deliver()`, to all.
"""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

import coordapp.ui

FOLDER = Path(coordapp.ui.__file__).parent
MODULES = sorted(FOLDER.rglob("*.py"))
RUN = re.compile(r"(self\.)?_?context\.run|self\._run|self\.run")
SHOWS = re.compile(r"_?(refresh|read|follow|reload|show|settle)(_\w+)?")
# these lead to another page or part, or open a window: they bring nothing up to date
LEADS = {"show_editor", "show_task", "show_part"}


def name_of(call: ast.Call) -> str:
    return call.func.attr if isinstance(call.func, ast.Attribute) else getattr(call.func, "id", "")


def runs(node: ast.AST) -> bool:
    return any(
        isinstance(one, ast.Call) and RUN.fullmatch(ast.unparse(one.func)) for one in ast.walk(node)
    )


def is_refusal(test: ast.expr) -> bool:
    """Tell whether a branch is entered only when the action was refused."""
    return isinstance(test, ast.UnaryOp) and isinstance(test.op, ast.Not) and runs(test)


def after_runs(body: list[ast.stmt], ran: bool = False) -> Iterator[ast.Call]:
    """Give the calls that show something after an action ran and before the views were told."""
    for statement in body:
        inner = statement.body if isinstance(statement, ast.If) else []
        if isinstance(statement, ast.If):
            begun = ran or (runs(statement.test) and not is_refusal(statement.test))
            yield from after_runs(inner, begun)
            yield from after_runs(statement.orelse, ran)
            ran = ran or runs(statement.test)
            continue
        for call in (one for one in ast.walk(statement) if isinstance(one, ast.Call)):
            if name_of(call) == "deliver":
                ran = False
            elif ran and SHOWS.fullmatch(name_of(call)) and name_of(call) not in LEADS:
                yield call
        ran = ran or runs(statement)


def functions(module: Path) -> Iterator[ast.FunctionDef]:
    tree = ast.parse(module.read_text(encoding="utf-8"))
    return (node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef))


@pytest.mark.parametrize(
    "module", MODULES, ids=[module.relative_to(FOLDER).as_posix() for module in MODULES]
)
def test_no_view_shows_itself_again_after_its_own_edit(module):
    assert [
        f"{function.name}: {ast.unparse(call)}"
        for function in functions(module)
        for call in after_runs(function.body)
    ] == []


@pytest.mark.parametrize(
    ("source", "found"),
    [
        ("if self._run(act):\n    self.refresh()", ["self.refresh()"]),
        ("made = context.run(act)\nself._show_rows()", ["self._show_rows()"]),
        ("if not context.run(act):\n    return\nself.refresh()", ["self.refresh()"]),
        ("if not context.run(act):\n    self.refresh()", []),
        ("if context.run(act):\n    bus.deliver()\n    self._show(view)", []),
        ("self.refresh()\ncontext.run(act)", []),
    ],
)
def test_the_search_finds_what_it_looks_for(source, found):
    assert [ast.unparse(call) for call in after_runs(ast.parse(source).body)] == found
