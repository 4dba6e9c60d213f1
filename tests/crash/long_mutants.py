"""`python -m tests.crash.long_mutants [FROM] [SECONDS]`: change one sign of a rule after another.

A test of that rule must notice. What no test notices is listed; most must be noticed.
"""

import ast
import gc
import os
import signal
import sys
import time
from collections.abc import Iterator
from importlib.machinery import SourceFileLoader
from itertools import islice
from pathlib import Path

import pytest
from hypothesis import HealthCheck, Phase, settings

ROOT = Path(__file__).parents[2]
# rules that decide what is kept, refused, counted and due, each with its own tests
RULES = {
    "domain/files/retention",
    "domain/files/places",
    "domain/documents/secrecy",
    "domain/documents/numbering",
    "domain/calendar/working_days",
    "domain/calendar/recurrence",
    "domain/calendar/period",
    "domain/conferences/quorum",
    "domain/tasks/deadline_move",
}
WANTED = 85  # of a hundred
MOST_SECONDS = 120  # a change may make a loop endless: that is noticed too
_BRIEFLY = "briefly"  # nobody reads the smallest example of a change
# no rule needs what tests of the store ask for; what is loaded already is only not rewritten for better messages
_QUIETLY = (
    "-q", "-x", "--noconftest", "-p", "no:randomly", "-p", "no:cacheprovider",
    "--hypothesis-profile", _BRIEFLY, "-W", "ignore::pytest.PytestAssertRewriteWarning",
)  # fmt: skip
_COMPARED: dict[type[ast.cmpop], type[ast.cmpop]] = {
    ast.Lt: ast.LtE, ast.LtE: ast.Lt, ast.Gt: ast.GtE, ast.GtE: ast.Gt, ast.Eq: ast.NotEq,
    ast.NotEq: ast.Eq, ast.In: ast.NotIn, ast.NotIn: ast.In, ast.Is: ast.IsNot, ast.IsNot: ast.Is,
}  # fmt: skip
_COUNTED: dict[type[ast.operator], type[ast.operator]] = {
    ast.Add: ast.Sub, ast.Sub: ast.Add, ast.Mult: ast.FloorDiv, ast.FloorDiv: ast.Mult,
}  # fmt: skip


def mutants(source: str) -> Iterator[tuple[str, str]]:
    """Give each change: what it is, and the module with it."""
    whole = ast.parse(source)
    # how a class is made is no rule
    ways = {id(part) for node in ast.walk(whole) if isinstance(node, ast.ClassDef)
            for way in node.decorator_list for part in ast.walk(way)}  # fmt: skip
    for place, found in enumerate(ast.walk(whole)):
        before = ast.unparse(found)
        if id(found) in ways or not change(found) or ast.unparse(found) == before:
            continue
        tree = ast.parse(source)
        node = next(islice(ast.walk(tree), place, None))
        change(node)
        line = getattr(node, "lineno", 0)
        yield f"{line}: {before} -> {ast.unparse(node)}", ast.unparse(tree)


def change(node: ast.AST) -> bool:
    """Turn one comparison, sum, condition, number or answer into another; False where it is none."""
    match node:
        case ast.Compare(ops=[one]) if type(one) in _COMPARED:
            node.ops = [_COMPARED[type(one)]()]
        case ast.BoolOp(op=one):
            node.op = ast.Or() if isinstance(one, ast.And) else ast.And()
        case ast.BinOp(op=one) if type(one) in _COUNTED:
            node.op = _COUNTED[type(one)]()
        case ast.UnaryOp(op=ast.Not()):
            node.op = ast.UAdd()
        case ast.Constant(value=bool() as value):
            node.value = not value
        case ast.Constant(value=int() as value):
            node.value = value + 1
        case ast.Return(value=ast.expr()):
            node.value = ast.Constant(value=None)
        case _:
            return False
    return True


def is_noticed(module: Path, changed: str, test: Path) -> bool:
    """Run the tests of a rule in a child that reads the change instead of the module."""
    child = os.fork()
    if child == 0:
        code = 1
        try:
            signal.alarm(MOST_SECONDS)
            silent = os.open(os.devnull, os.O_WRONLY)
            os.dup2(silent, 1)
            os.dup2(silent, 2)
            _read_instead(module, changed)
            code = int(pytest.main([*_QUIETLY, str(test)]))
        finally:
            os._exit(code)
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) != 0


def _warm_up() -> None:
    """Load once what every child needs and none of ours: each child reads that anew."""
    settings.register_profile(
        _BRIEFLY,
        deadline=None,
        suppress_health_check=[HealthCheck.too_slow],
        phases=[Phase.explicit, Phase.generate],
    )
    gc.freeze()


def _read_instead(module: Path, changed: str) -> None:
    whole = SourceFileLoader.get_code

    def get_code(loader: SourceFileLoader, name: str) -> object:
        if Path(loader.path) == module:
            return compile(changed, loader.path, "exec")
        return whole(loader, name)

    SourceFileLoader.get_code = get_code  # type: ignore[method-assign,assignment]


def _module(rule: str) -> Path:
    return ROOT / "coordapp" / f"{rule}.py"


def _test(rule: str) -> Path:
    place, _, name = rule.rpartition("/")
    return ROOT / "tests" / place / f"test_{name}.py"


def main(first: int = 0, seconds: int = 10**6) -> int:
    """Try every change from the first on; fail where too few are noticed."""
    end = time.monotonic() + seconds
    _warm_up()
    every = [
        (rule, what, changed)
        for rule in sorted(RULES)
        for what, changed in mutants(_module(rule).read_text(encoding="utf-8"))
    ]
    tried = noticed = 0
    known: set[str] = set()
    for rule, what, changed in every[first:]:
        if time.monotonic() > end:
            break
        if rule not in known:
            # tests that fail by themselves would notice everything
            assert not is_noticed(_module(rule), _module(rule).read_text("utf-8"), _test(rule))
            known.add(rule)
        tried += 1
        if is_noticed(_module(rule), changed, _test(rule)):
            noticed += 1
        else:
            print(f"unnoticed: {rule}:{what}", flush=True)
    print(f"{len(every)} changes, {tried} tried from {first} on, {noticed} noticed by a test")
    return 0 if noticed * 100 >= tried * WANTED else 1


if __name__ == "__main__":
    raise SystemExit(main(*map(int, sys.argv[1:3])))
