"""What is packed for a PC: every library that the program needs, and one name for one thing."""

import ast
import os
import re
from configparser import ConfigParser
from pathlib import Path

import pytest

import resources.packing.identity
import resources.packing.manifest
import resources.windows.suite
from coordapp import identity, paths, starting

ROOT = Path(__file__).parents[1]
RESOURCES = ROOT / "resources"
PINS = (RESOURCES / "windows" / "wheels.txt", RESOURCES / "linux" / "wheels.txt")
PIN = re.compile(r"([\w.-]+)==([\w.]+) --hash=sha256:[0-9a-f]{64}")

# of Python's own library: a test that is left out on Windows loads them itself, when it runs
UNIX_ALONE = {"fcntl", "grp", "posix", "pty", "pwd", "resource", "syslog", "termios", "tty"}

each_list = pytest.mark.parametrize("pins", PINS, ids=[path.parent.name for path in PINS])


def plain(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


def needed() -> dict[str, str]:
    """Give what set-up installs for whoever uses the program, with the versions that are right."""
    setup = ConfigParser()
    setup.read(ROOT / "setup.cfg", encoding="utf-8")
    lines = setup["options"]["install_requires"].splitlines()
    stated = [line for line in lines if line and not line.startswith("#")]
    return {
        plain(found[1]): found[2]
        for line in stated
        if (found := re.match(r"([\w.-]+)(.*)", line)) is not None
    }


def brought_along() -> set[str]:
    page = (RESOURCES / "THIRD-PARTY.md").read_text(encoding="utf-8")
    table = page.partition("These bring others with them:")[2].partition("\n\n\n")[0]
    return {plain(one) for one in re.findall(r"^\| ([a-z][\w-]+) \| [\w-]+ \|", table, re.M)}


@each_list
def test_every_line_names_a_version_and_a_hash(pins):
    lines = [one for one in pins.read_text("utf-8").splitlines() if not one.startswith("#")]

    assert [line for line in lines if not PIN.fullmatch(line)] == []
    assert lines == sorted(lines, key=str.lower)


@each_list
def test_every_library_of_the_program_is_packed(pins):
    packed = {plain(name) for name, _ in PIN.findall(pins.read_text("utf-8"))}
    wanted = set(needed()) | brought_along()

    assert wanted - packed == set()
    # what is packed without being needed is Python's own carrier
    assert packed - wanted <= {"panda3d"}


@each_list
def test_both_carry_the_same_versions_within_what_set_up_allows(pins):
    first = dict(PIN.findall(PINS[0].read_text("utf-8")))
    here = dict(PIN.findall(pins.read_text("utf-8")))

    assert {name: first[name] for name in here} == here
    for name, version in here.items():
        for sign, bound in re.findall(r"(>=|<|==)([\d.]+)", needed().get(plain(name), "")):
            have, limit = (tuple(map(int, one.split("."))) for one in (version, bound))
            fits = {">=": have >= limit, "<": have < limit, "==": have == limit}[sign]
            assert fits, (name, version, sign, bound)


def test_the_launcher_and_the_program_name_one_folder():
    source = (RESOURCES / "packing" / "identity.py").read_text("utf-8")

    assert f'HOME_VARIABLE = "{paths.HOME}"' in source


def test_desktop_entries_and_installer_take_their_names_from_the_program():
    for builder in ("windows/installer.py", "linux/integration.py"):
        source = (RESOURCES / builder).read_text("utf-8")
        assert identity.NAME not in source
        assert identity.TITLE not in source


def test_every_picture_of_the_program_is_drawn_for_small_sizes_too():
    drawn = {path.name for path in (RESOURCES / "icons" / "app").glob("*.svg")}

    assert drawn == {"program.svg", "program-small.svg", "register.svg", "register-small.svg"}


def test_one_identity_groups_the_windows_the_launchers_and_the_shortcuts():
    """What the task bar takes for two programs is pinned and seen twice."""
    windows = RESOURCES / "windows"
    launcher, setup = ((windows / name).read_text("utf-8") for name in ("launcher.c", "setup.nsi"))
    own = (ROOT / "coordapp" / "session.py").read_text("utf-8")

    assert "SetCurrentProcessExplicitAppUserModelID(APP_ID)" in launcher
    assert "${APP_ID}" in setup
    assert "SetCurrentProcessExplicitAppUserModelID(identity.WINDOWS_APP_ID)" in own


def test_commands_have_a_program_with_a_console_in_every_build():
    setup = ConfigParser()
    setup.read(ROOT / "setup.cfg", encoding="utf-8")
    entries = setup["options.entry_points"]
    build = (RESOURCES / "windows" / "build.py").read_text("utf-8")

    assert "coordapp-cli = coordapp.app:main" in entries["console_scripts"]
    assert 'f"{identity.COMMAND}-cli.exe", True' in build
    assert f"{identity.COMMAND}-cli.exe" == starting.COMMAND_LAUNCHER


def test_a_copy_without_its_history_is_built_with_one_time_too(monkeypatch, tmp_path):
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)
    monkeypatch.setattr(resources.packing.identity, "ROOT", tmp_path)

    assert (
        resources.packing.identity.epoch()
        == resources.packing.identity.epoch()
        == resources.packing.identity.NO_HISTORY
    )


def test_what_is_packed_is_told_by_content_rights_and_time(tmp_path):
    """A build that differs in any of these is another package."""
    told = []
    for name, text, rights, moment in (
        ("one", "a", 0o644, 5), ("same", "a", 0o644, 5), ("text", "b", 0o644, 5),
        ("rights", "a", 0o755, 5), ("time", "a", 0o644, 6),
    ):  # fmt: skip
        file = tmp_path / name / "folder" / "file"
        file.parent.mkdir(parents=True)
        file.write_text(text, "utf-8")
        file.chmod(rights)
        os.utime(file, (moment, moment))
        resources.packing.manifest.write_contents(tmp_path / name, tmp_path / "told")
        told.append((tmp_path / "told").read_text("utf-8"))

    assert told[0] == told[1]
    assert len({*told}) == 4


def of_windows() -> list[Path]:
    folders = [folder for group in resources.windows.suite.GROUPS for folder in group]
    shared = [*(ROOT / "tests").glob("*.py"), *(ROOT / "tests" / "files").rglob("*.py")]
    return shared + [file for one in folders for file in (ROOT / "tests" / one).rglob("*.py")]


def loaded_by(file: Path) -> set[str]:
    found = set()
    for node in ast.parse(file.read_text("utf-8")).body:
        if isinstance(node, ast.Import):
            found |= {name.name for name in node.names}
        elif isinstance(node, ast.ImportFrom):
            found.add(node.module or "")
    return found


def test_no_module_of_tests_that_windows_runs_loads_what_only_unix_has():
    assert [file.name for file in of_windows() if loaded_by(file) & UNIX_ALONE] == []


def test_every_test_that_is_left_out_on_windows_exists():
    named = resources.windows.suite.not_on_windows()

    assert named
    for line in named:
        file, _, test = line.partition("::")
        text = (ROOT / file).read_text("utf-8")
        assert not test or f"def {test.partition('[')[0]}(" in text, line
