"""A screen that is named but gone is none: the program does its work without a window."""

import socket
import subprocess
import sys

import pytest

from coordapp import display, paths

pytestmark = pytest.mark.skipif(
    not sys.platform.startswith("linux"), reason="only X and Wayland can be asked"
)


def x(name: str) -> dict[str, str]:
    return {"DISPLAY": name}


def test_a_screen_that_answers_is_there():
    with socket.socket(socket.AF_UNIX) as server:
        server.bind(f"\0{display.X_SOCKETS}/X7531")
        server.listen()
        assert display.is_there(x(":7531"), "linux")
        assert display.is_there(x(":7531.0"), "linux")
        assert display.is_there(x("unix:7531"), "linux")
    assert not display.is_there(x(":7531"), "linux")


def test_a_screen_of_another_machine_is_asked_over_the_network():
    with socket.create_server(("127.0.0.1", 0)) as server:
        number = server.getsockname()[1] - 6000
        assert display.is_there(x(f"127.0.0.1:{number}"), "linux")
    assert not display.is_there(x("127.0.0.1:1"), "linux")


def test_wayland_is_there_when_its_socket_answers(tmp_path):
    known = {"XDG_RUNTIME_DIR": str(tmp_path), "WAYLAND_DISPLAY": "wayland-1"}
    assert not display.is_there(known, "linux")
    with socket.socket(socket.AF_UNIX) as server:
        server.bind(str(tmp_path / "wayland-1"))
        server.listen()
        assert display.is_there(known, "linux")
        assert display.is_there({"WAYLAND_DISPLAY": str(tmp_path / "wayland-1")}, "linux")


@pytest.mark.parametrize(
    "name", ["", "abc", ":", ":x", ":99999", "a:b:1", "localhost:99999", "\0:1", "\ud800:1"]
)
def test_a_name_that_says_nothing_is_no_screen(name):
    assert not display.is_there(x(name), "linux")


def test_other_systems_and_who_names_a_platform_are_believed():
    assert display.is_there({}, "win32")
    assert display.is_there({"QT_QPA_PLATFORM": "offscreen"}, "linux")


def test_the_sample_is_written_where_the_screen_is_gone(tmp_path):
    known = {"PATH": "/usr/bin:/bin", "HOME": str(tmp_path), "DISPLAY": ":7532"}
    done = subprocess.run(
        [sys.executable, str(paths.PACKAGE.parent / "main.py"), "--sample"],
        env=known | {"XDG_DATA_HOME": str(tmp_path), "PYTHONUTF8": "1"},
        cwd=tmp_path, capture_output=True, encoding="utf-8", timeout=90, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    assert list(tmp_path.rglob("*.pdf"))
