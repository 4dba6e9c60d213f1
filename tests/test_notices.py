"""The licences: what others made is named, with the licence it really has."""

import ast
import re
from configparser import ConfigParser
from functools import cache
from importlib import metadata
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
RESOURCES = ROOT / "resources"
NOTICES = (RESOURCES / "THIRD-PARTY.md").read_text(encoding="utf-8")
OURS = "coordapp"


def plain(name: str) -> str:
    """Write the name of a package as the index compares it."""
    return re.sub(r"[-_.]+", "-", name).lower()


def rows(first: str) -> list[dict[str, str]]:
    """Read every table of the notices that begins with this column."""
    found: list[dict[str, str]] = []
    titles: list[str] = []
    for line in NOTICES.splitlines():
        cells = [cell.strip() for cell in line.strip("|").split("|")]
        if not line.startswith("|"):
            titles = []
        elif not titles:
            titles = cells
        elif titles[0] == first and not cells[0].startswith("---"):
            found.append(dict(zip(titles, cells, strict=True)))
    return found


PACKAGES = {plain(row["Package"]): row for row in rows("Package")}


@cache
def settings() -> ConfigParser:
    found = ConfigParser()
    found.read(ROOT / "setup.cfg", encoding="utf-8")
    return found


def parted(requirement: str) -> tuple[str, str]:
    """Part a requirement into the name of the package and its versions."""
    name, versions = re.match(r"([\w.-]+)\s*(.*)", requirement.split(";")[0]).groups()
    return plain(name), versions.strip()


def asked_for() -> dict[str, str]:
    lines = settings()["options"]["install_requires"].split("\n")
    return dict(parted(line) for line in lines if line.strip())


def needed_by(name: str) -> set[str]:
    """Name what an installed package needs at run time on some machine."""
    return {
        parted(line)[0]
        for line in metadata.requires(name) or ()
        if "extra ==" not in line and "python_version" not in line
    }


def declared(name: str) -> str:
    about = metadata.metadata(name)
    return about.get("License-Expression") or about.get("License") or ""


@pytest.mark.parametrize(("name", "versions"), sorted(asked_for().items()))
def test_every_package_the_program_asks_for_is_named_with_its_versions(name, versions):
    assert PACKAGES[name]["Versions"] == versions


def test_every_package_that_comes_along_is_named():
    found, left = set(), set(asked_for())
    while left:
        name = left.pop()
        found.add(name)
        left |= needed_by(name) - found

    assert found == set(PACKAGES)


@pytest.mark.parametrize("name", sorted(PACKAGES))
def test_a_package_has_the_licence_that_is_told(name):
    assert PACKAGES[name]["Licence"] in declared(name)


@pytest.mark.parametrize("name", sorted(PACKAGES))
def test_the_text_of_a_licence_is_where_it_is_told(name):
    text = PACKAGES[name]["Text"].strip("`")
    with_the_package = {file.name for file in metadata.files(name) or ()}

    assert text in with_the_package or (RESOURCES / text).is_file()


@pytest.mark.parametrize("folder", ["fonts", "icons"])
def test_everything_of_others_among_the_resources_has_its_licence_beside_it(folder):
    told = [row for row in rows("What") if row["Where"].startswith(f"`{folder}/")]
    covered = {
        file for row in told for file in RESOURCES.glob(row["Where"].strip("`")) if file.is_file()
    }
    texts = {RESOURCES / row["Its text"].strip("`") for row in told}

    # folders inside hold drawings of our own
    held = {file for file in (RESOURCES / folder).iterdir() if file.is_file()}
    assert covered | texts == held


def test_every_part_of_qt_in_use_is_named():
    used = {
        node.module.removeprefix("PySide6.")
        for module in (ROOT / OURS).rglob("*.py")
        for node in ast.walk(ast.parse(module.read_text(encoding="utf-8")))
        if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("PySide6.")
    }

    assert {name for name in used if name not in NOTICES} == set()


def test_the_licence_of_the_program_goes_with_it():
    named = settings()["metadata"]["license_files"].split()

    assert all(list(ROOT.glob(pattern)) for pattern in named)
    assert {"resources/LICENSE", "resources/THIRD-PARTY.md", "resources/licences/*"} == set(named)
