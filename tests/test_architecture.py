"""The house rules that a machine can check."""

import ast
import os
import re
import string
import subprocess
import sys
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path

import pytest

from coordapp.domain.kernel.changes import Kind, Op
from coordapp.domain.kernel.errors import StoreError
from coordapp.domain.words import labels
from coordapp.domain.words.messages import SENTENCES, sentence
from coordapp.services.sample.sample_file import write_sample
from coordapp.store.file.errors import _CODES

ROOT = Path(__file__).parents[1]
PACKAGE = ROOT / "coordapp"
MODULES = sorted(PACKAGE.rglob("*.py"))
NAMES = [module.relative_to(ROOT).as_posix() for module in MODULES]
LONGEST_MODULE = 500
LONGEST_CLASS = 300
LONGEST_FUNCTION = 50
MOST_MODULES = 20
# each takes a hundredth of a start or more; a page that shows it loads it
LOADED_LATER = (
    "coordapp.store.file.case_tables",
    "coordapp.domain.words.case_labels",
    "coordapp.domain.words.field_labels",
    "coordapp.domain.programmes.directive",
    "coordapp.domain.figures.status",
    "coordapp.cli.arguments",
    "coordapp.ui.tasks.page",
    "coordapp.ui.tables.pasting",
    "coordapp.domain.importing.clipboard",
    "coordapp.domain.importing.values.units",
    "html.parser",
    "platform",
    "_strptime",
    "openpyxl",
    "reportlab",
    "logging.handlers",
    "concurrent.futures",
    "socket",
)
QT_FREE = ("domain", "store", "services", "formats", "cli")
CODED = ("RuleViolation", "StoreError", "DocumentError")


def each_module(rule: Callable[[Path], None]) -> Callable[[], None]:
    """Ask a rule of every module, and name those that break it.

    Not a test for each of them: of eight thousand, most of the time would go to beginning and ending.
    """

    def ask() -> None:
        broken: dict[str, str] = {}
        for name, module in zip(NAMES, MODULES, strict=True):
            try:
                rule(module)
            except AssertionError as error:
                broken[name] = str(error)
        assert broken == {}

    ask.__name__, ask.__doc__ = rule.__name__, rule.__doc__
    return ask


@cache
def read(module: Path) -> str:
    return module.read_text(encoding="utf-8")


@cache
def tree(module: Path) -> ast.Module:
    return ast.parse(read(module))


def calls_of(module: Path) -> Iterator[tuple[str, ast.Call]]:
    for node in ast.walk(tree(module)):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
            yield node.func.id, node


def raised_codes(module: Path) -> Iterator[tuple[str, set[str], bool]]:
    """Give each literal code, the parameters passed with it, and whether these are all known."""
    for name, call in calls_of(module):
        if name not in CODED or not call.args:
            continue
        params = {keyword.arg for keyword in call.keywords if keyword.arg}
        if name == "DocumentError":
            params.add("path")
        known = all(keyword.arg for keyword in call.keywords)
        for node in ast.walk(call.args[0]):
            if isinstance(node, ast.Constant) and isinstance(node.value, str):
                yield node.value, params, known


@each_module
def test_a_module_is_short_enough_to_read(module):
    assert len(read(module).splitlines()) <= LONGEST_MODULE


def test_every_folder_of_code_is_a_package_that_set_up_finds():
    folders = {module.parent for module in MODULES if module.parent.name != "migrations"}

    assert [folder for folder in folders if not (folder / "__init__.py").is_file()] == []


def test_no_folder_holds_more_modules_than_a_reader_keeps_apart():
    counts = Counter(module.parent for module in MODULES if module.name != "__init__.py")

    assert {folder.name: n for folder, n in counts.items() if n > MOST_MODULES} == {}


@each_module
def test_a_class_is_short_enough_to_read(module):
    too_long = [
        node.name
        for node in ast.walk(tree(module))
        if isinstance(node, ast.ClassDef) and node.end_lineno - node.lineno + 1 > LONGEST_CLASS
    ]

    assert too_long == []


@each_module
def test_a_function_is_short_enough_to_read(module):
    too_long = [
        node.name
        for node in ast.walk(tree(module))
        if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef))
        and node.end_lineno - node.lineno + 1 > LONGEST_FUNCTION
    ]

    assert too_long == []


@each_module
def test_no_module_turns_the_event_loop_by_hand(module):
    assert "processEvents" not in read(module)


# a statement, or a condition with a value to bind; the house writes both in lower case
SQL = re.compile(
    r"^(select|insert into|update \w+ set|delete from|pragma|begin immediate)\b"
    r"|\border by\b|\w ?[=<>] ?\?|\bis (not )?null\b"
)


@pytest.mark.parametrize(
    "module",
    [module for module in MODULES if "store" not in module.relative_to(PACKAGE).parts[:1]],
    ids=[name for name in NAMES if not name.startswith("coordapp/store/")],
)
def test_only_the_store_speaks_to_the_database(module):
    asked = [
        node.lineno
        for node in ast.walk(ast.parse(read(module)))
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Attribute)
        and (
            node.func.attr in ("execute", "executemany", "executescript")
            or (node.func.attr == "where" and ast.unparse(node.func.value).isupper())
        )
    ]
    statements = [text for text in words_of(module) if SQL.search(text.strip())]

    assert (asked, statements) == ([], [])


ENUMERATIONS = {
    name
    for module in MODULES
    for name in re.findall(r"^class (\w+)\((?:Str)?Enum\)", read(module), re.MULTILINE)
}


@pytest.mark.parametrize(
    "module",
    [module for module in MODULES if "store" in module.relative_to(PACKAGE).parts[:1]],
    ids=[name for name in NAMES if name.startswith("coordapp/store/")],
)
def test_what_columns_hold_is_read_in_one_place_that_tells_the_unknown(module):
    if module.name == "stored.py":
        return
    read_here = [
        node.lineno
        for node in ast.walk(tree(module))
        if isinstance(node, ast.Call)
        and (
            (isinstance(node.func, ast.Attribute) and node.func.attr == "fromisoformat")
            or (isinstance(node.func, ast.Name) and node.func.id in ENUMERATIONS)
        )
    ]

    assert read_here == []


@each_module
def test_only_the_command_line_prints(module):
    prints = [call.lineno for name, call in calls_of(module) if name == "print"]

    assert prints == [] or "cli" in module.relative_to(PACKAGE).parts


@each_module
def test_no_module_is_named_for_leftovers(module):
    assert not set(module.relative_to(PACKAGE).with_suffix("").parts) & {
        "util", "utils", "helper", "helpers", "common", "misc",
    }  # fmt: skip


@each_module
def test_no_source_names_a_folder_of_one_machine(module):
    folders = "|".join(("home", "root", "tmp", "opt", "srv"))
    assert not re.search(rf"[\"'](/({folders})/|C:\\\\)", read(module))


def test_the_project_holds_at_its_top_what_was_agreed_and_no_more():
    made = {"build", "dist", "out", "coordapp-sample-output", "__pycache__"}
    seen = {
        path.name
        for path in ROOT.iterdir()
        if not path.name.startswith(".") and path.suffix != ".egg-info"
    }

    assert seen - made == {
        "coordapp", "resources", "tests", "setup.cfg", "pyproject.toml", "main.py", "README.md",
    }  # fmt: skip


def public_classes(module: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(read(module))):
        if isinstance(node, ast.ClassDef) and not node.name.startswith("_"):
            yield node.name


def test_no_two_public_classes_share_a_name():
    places = defaultdict(list)
    for module, name in zip(MODULES, NAMES, strict=True):
        for found in public_classes(module):
            places[found].append(name)

    assert {name: modules for name, modules in places.items() if len(modules) > 1} == {}


def test_no_import_hides_a_noun_behind_another_word():
    aliases = {
        f"{module.relative_to(ROOT).as_posix()}: {alias.asname}"
        for module in [*MODULES, *sorted((ROOT / "tests").rglob("*.py"))]
        for node in ast.walk(ast.parse(read(module)))
        if isinstance(node, (ast.Import, ast.ImportFrom))
        for alias in node.names
        # the one word under which everybody knows the strategies of hypothesis
        if alias.asname and (alias.name, alias.asname) != ("strategies", "st")
    }

    assert aliases == set()


FOLDERS = sorted({module.parent.relative_to(PACKAGE) for module in MODULES} - {Path()})


@pytest.mark.parametrize(
    "folder",
    [folder for folder in FOLDERS if folder.name != "migrations"],
    ids=lambda folder: folder.as_posix(),
)
def test_each_folder_of_the_package_has_its_mirror_in_the_tests(folder):
    assert list((ROOT / "tests" / folder).rglob("test_*.py"))


@pytest.mark.parametrize("layer", QT_FREE)
def test_a_layer_below_the_window_is_imported_without_qt(layer):
    names = [
        ".".join(module.relative_to(ROOT).with_suffix("").parts)
        for module in sorted((PACKAGE / layer).rglob("*.py"))
        if module.name != "__main__.py"
    ]
    code = (
        f"import importlib, sys\nfor name in {names!r}: importlib.import_module(name)\n"
        "sys.exit(any(name.split('.')[0] == 'PySide6' for name in sys.modules))"
    )

    done = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=False
    )

    assert (done.returncode, done.stderr) == (0, "")


def test_a_start_loads_no_record_that_the_first_page_does_not_show(tmp_path):
    write_sample(tmp_path / "mau.db")
    code = (
        "import runpy, sys\n"
        "sys.argv = ['our_window.py', sys.argv[1]]\n"
        "try: runpy.run_path('tests/bench/our_window.py', run_name='__main__')\n"
        "except SystemExit: pass\n"
        "print(*sorted(sys.modules), sep='\\n')"
    )
    environment = os.environ | {"QT_QPA_PLATFORM": "offscreen", "XDG_DATA_HOME": str(tmp_path)}

    done = subprocess.run(
        [sys.executable, "-c", code, str(tmp_path / "mau.db")], cwd=ROOT,
        env=environment | {"PYTHONPATH": str(ROOT)}, capture_output=True, text=True, check=True,
    )  # fmt: skip

    loaded = set(done.stdout.split())
    assert "coordapp.ui.today.page" in loaded
    assert loaded.isdisjoint(LOADED_LATER)


@pytest.mark.parametrize("op", list(Op))
def test_every_action_has_a_label(op):
    assert labels.OP[op].strip()


@pytest.mark.parametrize("kind", list(Kind))
def test_every_kind_of_record_has_a_label(kind):
    assert labels.KIND[kind].strip()


@each_module
def test_every_error_raised_has_a_sentence_with_all_its_values(module):
    fields = string.Formatter().parse
    for code, params, known in raised_codes(module):
        assert code in SENTENCES
        if known:
            assert {name for _, name, _, _ in fields(SENTENCES[code]) if name} <= params, code


@pytest.mark.parametrize("code", sorted(set(_CODES.values())))
def test_every_answer_of_sqlite_has_a_sentence(code):
    assert "so.db" in sentence(StoreError(code, path=Path("so.db")))


ICONS = {drawing.stem for drawing in (ROOT / "resources" / "icons").glob("*.svg")}


def words_of(module: Path) -> Iterator[str]:
    """Give every text in the code, those inside f-strings too."""
    for node in ast.walk(tree(module)):
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            yield node.value


def icons_asked_for(module: Path) -> Iterator[str]:
    """Give the names of drawings that are written out where a drawing is taken."""
    for node in ast.walk(tree(module)):
        if not isinstance(node, ast.Call):
            continue
        name = getattr(node.func, "id", None) or getattr(node.func, "attr", "")
        place = {"button": 2, "icon": 0, "pixmap": 0}.get(name)
        given = [keyword.value for keyword in node.keywords if keyword.arg == "icon"]
        if place is not None:
            given += node.args[place : place + 1]
        for value in given:
            if isinstance(value, ast.Constant) and isinstance(value.value, str) and value.value:
                yield value.value


def test_every_drawing_is_used():
    told = {word for module in MODULES for word in words_of(module)}
    in_sheets = "\n".join(word for word in told if ".svg" in word)

    unused = {name for name in ICONS if name not in told and f"/{name}.svg" not in in_sheets}

    assert unused == set()


@each_module
def test_every_drawing_asked_for_is_there(module):
    assert set(icons_asked_for(module)) <= ICONS
