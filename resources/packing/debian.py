"""Packages of another release of Debian, fetched by name with apt beside those of the machine.

The machine's own sources, with the name of the release exchanged, are read into a folder of their
own: nothing of the other release is ever installed, and apt checks the signatures as always.
"""

import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from resources.packing import tools
from resources.packing.tools import BuildError, run, sha256

_TARGETS = "$(REPO_URI) $(CODENAME) $(COMPONENT) $(ORIGIN)"
_KEYS = Path("/usr/share/keyrings/debian-archive-keyring.gpg")


@dataclass(frozen=True, slots=True, kw_only=True)
class Package:
    """A package of Debian on disk."""

    file: Path
    name: str
    version: str
    digest: str

    def extract(self, folder: Path) -> None:
        """Unpack its files under a folder; nothing of it is run."""
        folder.mkdir(parents=True, exist_ok=True)
        run(["dpkg-deb", "--extract", self.file, folder])

    def copyright_file(self, root: Path) -> Path:
        """Name its licence texts where it was extracted."""
        return root / "usr" / "share" / "doc" / self.name / "copyright"


def fetch(release: str, names: list[str], folder: Path) -> dict[str, Package]:
    """Give packages of a release by name, from the folder or by apt. Raises BuildError."""
    with tools.alone_in(folder):
        missing = [name for name in names if len(_files(folder, name)) != 1]
        if missing:
            settings = _separate_apt(release, folder)
            environment = os.environ | {"APT_CONFIG": str(settings)}
            tools.fetch(["apt-get", "--quiet", "update"], environment=environment)
            command = ["apt-get", "--quiet", "download", *missing]
            tools.fetch(command, cwd=folder, environment=environment)
        return {name: _opened(folder, name) for name in names}


def _files(folder: Path, name: str) -> list[Path]:
    return sorted(folder.glob(f"{name}_*.deb"))


def _opened(folder: Path, name: str) -> Package:
    files = _files(folder, name)
    if len(files) != 1:
        raise BuildError(f"{len(files)} files of the package {name} in {folder}")
    version = run(["dpkg-deb", "--field", files[0], "Version"]).strip()
    return Package(file=files[0], name=name, version=version, digest=sha256(files[0]))


def _separate_apt(release: str, folder: Path) -> Path:
    sources = folder / "apt" / "release.list"
    sources.parent.mkdir(parents=True, exist_ok=True)
    sources.write_text("\n".join(_sources_of(release, folder)) + "\n", encoding="utf-8")
    own_sources = f'Dir::Etc::sourcelist "{sources}";\nDir::Etc::sourceparts "-";\n'
    return _settings(folder / "apt" / release, own_sources)


def _settings(state: Path, more: str = "") -> Path:
    """Write settings of an apt that keeps its lists in a folder of its own."""
    for place in ("lists/partial", "cache/archives/partial"):
        (state / place).mkdir(parents=True, exist_ok=True)
    settings = state / "apt.conf"
    settings.write_text(
        f'Dir::State::lists "{state / "lists"}";\n'
        f'Dir::Cache "{state / "cache"}";\n'
        # the folder may be closed to the user that apt otherwise fetches as
        'APT::Sandbox::User "root";\n'
        # what tidies the machine's own lists after reading has nothing to do here
        "#clear APT::Update::Post-Invoke;\n"
        "#clear APT::Update::Post-Invoke-Success;\n"
        'Acquire::Retries "3";\n' + more,
        encoding="utf-8",
    )
    return settings


def _sources_of(release: str, folder: Path) -> list[str]:
    lines = _exchanged(release, os.environ)
    if not lines:
        # apt names only what it has read, and images of machines are often stripped of that
        settings = _settings(folder / "apt" / "own")
        environment = os.environ | {"APT_CONFIG": str(settings)}
        tools.fetch(["apt-get", "--quiet", "update"], environment=environment)
        lines = _exchanged(release, environment)
    if not lines:
        raise BuildError("no source of Debian packages is set up on this machine")
    return sorted(lines)


def _exchanged(release: str, environment: Mapping[str, str]) -> set[str]:
    own = _codename()
    keys = f"[signed-by={_KEYS}] " if _KEYS.exists() else ""
    lines = set()
    command = ["apt-get", "indextargets", "--format", _TARGETS]
    for line in run(command, environment=environment).splitlines():
        address, suite, component, origin = line.split(" ", 3)
        if origin == "Debian" and suite.startswith(own) and component == "main":
            lines.add(f"deb {keys}{address} {suite.replace(own, release)} main")
    return lines


def _codename() -> str:
    for line in Path("/etc/os-release").read_text(encoding="utf-8").splitlines():
        name, _, value = line.partition("=")
        if name == "VERSION_CODENAME":
            return value.strip('"')
    raise BuildError("/etc/os-release names no release of Debian")
