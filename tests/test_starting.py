"""Starting the program once more: from source, from a package, from the folder for Windows."""

import subprocess
import sys

import pytest

from coordapp import __version__, starting


@pytest.mark.parametrize(
    ("executable", "packed"),
    [
        ("/usr/bin/python3", False),
        ("/usr/bin/python3.11", False),
        ("C:\\Python313\\pythonw.exe", False),
        ("C:\\Users\\Hoa\\.venv\\Scripts\\Python.exe", False),
        ("C:\\Users\\Hoa\\AppData\\Local\\Programs\\SoDieuPhoi\\SoDieuPhoi.exe", True),
        ("E:\\python\\SoDieuPhoi\\sodieuphoi-cli.exe", True),
    ],
)
def test_a_python_is_told_from_a_launcher_of_ours(executable, packed):
    assert starting.is_packed(executable) is packed


def test_a_python_is_told_to_run_the_package():
    assert starting.window("sổ.sodp", executable="/usr/bin/python3") == [
        "/usr/bin/python3", "-m", "coordapp", "sổ.sodp",
    ]  # fmt: skip


def test_a_launcher_is_given_the_words_alone_and_each_way_has_its_own(tmp_path):
    for name in ("SoDieuPhoi.exe", "sodieuphoi-cli.exe"):
        (tmp_path / name).touch()
    window, console = tmp_path / "SoDieuPhoi.exe", tmp_path / "sodieuphoi-cli.exe"

    for running in (window, console):
        assert starting.window("a.sodp", executable=str(running)) == [str(window), "a.sodp"]
        assert starting.command("list", executable=str(running)) == [str(console), "list"]


def test_a_launcher_without_the_other_is_started_itself(tmp_path):
    alone = tmp_path / "SoDieuPhoi.exe"
    alone.touch()

    assert starting.command("list", executable=str(alone)) == [str(alone), "list"]


def test_a_child_finds_the_package_from_any_folder(tmp_path):
    done = subprocess.run(
        starting.command("--version"), cwd=tmp_path, env=starting.environment(),
        capture_output=True, encoding="utf-8", check=False,
    )  # fmt: skip

    assert (done.stdout.strip(), done.returncode) == (f"Sổ Điều phối {__version__}", 0), done.stderr
    assert sys.executable in starting.window()
