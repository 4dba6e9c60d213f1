"""Putting `resources` inside the installed package, where `coordapp.paths` looks for it."""

import shutil
from pathlib import Path

from setuptools.command.build_py import build_py


class BuildWithResources(build_py):
    """Copy the whole folder, for setuptools finds no package data outside of packages."""

    def run(self) -> None:
        super().run()
        if not self.editable_mode:
            # a text, for a build in a place of its own can import nothing from this folder
            patterns = Path("resources", "not-installed.txt").read_text(encoding="utf-8").split()
            ignored = shutil.ignore_patterns(*patterns)
            target = Path(self.build_lib, "coordapp", "resources")
            shutil.copytree("resources", target, ignore=ignored, dirs_exist_ok=True)
