"""Packages of another release of Debian, fetched by name with apt beside those of the machine.

The machine's own sources, with the name of the release exchanged, are read into a folder of their
own: nothing of the other release is ever installed, and apt checks the signatures as always.
"""

import os
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
    folder.mkdir(parents=True, exist_ok=True)
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
    state = folder / "apt"
    for place in ("lists/partial", "cache/archives/partial"):
        (state / place).mkdir(parents=True, exist_ok=True)
    sources = state / "release.list"
    sources.write_text("\n".join(_sources_of(release)) + "\n", encoding="utf-8")
    settings = state / "apt.conf"
    settings.write_text(
        f'Dir::Etc::sourcelist "{sources}";\n'
        'Dir::Etc::sourceparts "-";\n'
        f'Dir::State::lists "{state / "lists"}";\n'
        f'Dir::Cache "{state / "cache"}";\n'
        # the folder may be closed to the user that apt otherwise fetches as
        'APT::Sandbox::User "root";\n',
        encoding="utf-8",
    )
    return settings


def _sources_of(release: str) -> list[str]:
    own = _codename()
    keys = f"[signed-by={_KEYS}] " if _KEYS.exists() else ""
    lines = set()
    for line in run(["apt-get", "indextargets", "--format", _TARGETS]).splitlines():
        address, suite, component, origin = line.split(" ", 3)
        if origin == "Debian" and suite.startswith(own) and component == "main":
            lines.add(f"deb {keys}{address} {suite.replace(own, release)} main")
    if not lines:
        raise BuildError("no source of Debian packages is set up: run apt-get update first")
    return sorted(lines)


def _codename() -> str:
    for line in Path("/etc/os-release").read_text(encoding="utf-8").splitlines():
        name, _, value = line.partition("=")
        if name == "VERSION_CODENAME":
            return value.strip('"')
    raise BuildError("/etc/os-release names no release of Debian")
