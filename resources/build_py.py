"""Putting `resources` inside the installed package, where `coordapp.paths` looks for it."""

import shutil
from pathlib import Path

from setuptools.command.build_py import build_py

from resources.packing.tree import NOT_INSTALLED


class BuildWithResources(build_py):
    """Copy the whole folder, for setuptools finds no package data outside of packages."""

    def run(self) -> None:
        super().run()
        if not self.editable_mode:
            ignored = shutil.ignore_patterns(*NOT_INSTALLED)
            target = Path(self.build_lib, "coordapp", "resources")
            shutil.copytree("resources", target, ignore=ignored, dirs_exist_ok=True)
