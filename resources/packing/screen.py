"""A screen without a monitor, and what is seen on it."""

import os
import re
import subprocess
import time
from pathlib import Path

from resources.packing.tools import BuildError, run

_SIZE = "1366x768x24"
_PATIENCE = 240  # seconds; a machine that is busy with something else starts slowly
# a screen with a drawn window has many colours from the edges of its letters, an empty one has one
_COLOURS = 60


class Screen:
    """An X server of our own; ends with the block that it is used in."""

    def __enter__(self) -> "Screen":
        """Start it."""
        read, write = os.pipe()
        # it ends with this process even where that is killed
        command = ["setpriv", "--pdeathsig", "TERM"]
        command += ["Xvfb", "-displayfd", str(write), "-screen", "0", _SIZE, "-nolisten", "tcp"]
        quiet = subprocess.DEVNULL
        self._server = subprocess.Popen(command, pass_fds=[write], stdout=quiet, stderr=quiet)
        os.close(write)
        with os.fdopen(read) as answer:
            number = answer.readline().strip()
        if not number:
            raise BuildError("Xvfb did not start")
        self.display = f":{number}"
        return self

    def __exit__(self, *error: object) -> None:
        """End it."""
        self._server.terminate()
        self._server.wait()

    def wait_for(self, title: str, picture: Path) -> None:
        """Wait until a window with these words in its title is drawn, and take a picture."""
        until = time.monotonic() + _PATIENCE
        while time.monotonic() < until:
            time.sleep(1)
            if title in self._windows() and self._colours(picture) > _COLOURS:
                # what is animated or comes after the first painting
                time.sleep(2)
                self._colours(picture)
                return
        colours, seen = self._colours(picture), sorted(set(self._windows().splitlines()))
        raise BuildError(
            f"no drawn window with the title {title} after {_PATIENCE} s, but {seen} in {colours} "
            f"colours; see {picture}"
        )

    def _environment(self) -> dict[str, str]:
        return os.environ | {"DISPLAY": self.display, "LC_ALL": "C.UTF-8"}

    def _windows(self) -> str:
        tree = run(["xwininfo", "-root", "-tree"], environment=self._environment())
        return "\n".join(re.findall(r'"([^"]*)"', tree))

    def _colours(self, picture: Path) -> int:
        run(["import", "-window", "root", picture], environment=self._environment())
        return int(run(["identify", "-format", "%k", picture]))
