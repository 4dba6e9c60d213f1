"""Putting `resources` inside the installed package, where `coordapp.paths` looks for it."""

import shutil
from pathlib import Path

from setuptools.command.build_py import build_py

# what builds and documents the project, and is of no use to an installed program
LEFT_OUT = shutil.ignore_patterns("__pycache__", "*.py", "setup.*", "pictures", "windows", "linux")


class BuildWithResources(build_py):
    """Copy the whole folder, for setuptools finds no package data outside of packages."""

    def run(self) -> None:
        super().run()
        if not self.editable_mode:
            target = Path(self.build_lib, "coordapp", "resources")
            shutil.copytree("resources", target, ignore=LEFT_OUT, dirs_exist_ok=True)
