"""The pinned wheels: fetched by name with pip, checked by hash, opened, their licences read."""

import re
import sys
import tempfile
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from email.message import Message
from email.parser import HeaderParser
from pathlib import Path, PurePosixPath
from zipfile import ZipFile

from resources.packing import tools
from resources.packing.tools import BuildError, sha256

_PIN = re.compile(
    r"(?P<name>[\w.-]+)==(?P<version>[\w.]+)(?P<hashes>(\s+--hash=sha256:[0-9a-f]{64})+)"
)
_LICENCE_FILE = re.compile(r"(licen[cs]e|copying|notice|authors)", re.IGNORECASE)
# texts that only offer a licence that nobody here has
_OFFER = "LicenseRef-Qt-Commercial"


@dataclass(frozen=True, slots=True, kw_only=True)
class Pin:
    """One package of a list: its version, and the hashes of the wheels that are accepted."""

    name: str
    version: str
    hashes: frozenset[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Target:
    """The Python that the wheels must fit, in pip's words."""

    python: str
    platforms: Sequence[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Wheel:
    """A wheel on disk."""

    file: Path
    name: str
    version: str
    licence: str
    digest: str

    def members(self) -> Iterator[tuple[PurePosixPath, int]]:
        """Name each file in it with its size."""
        with ZipFile(self.file) as archive:
            for member in archive.infolist():
                if not member.is_dir():
                    yield PurePosixPath(member.filename), member.file_size

    def extract(self, wanted: Iterable[PurePosixPath], folder: Path) -> None:
        """Write the wanted files under a folder."""
        with ZipFile(self.file) as archive:
            for name in wanted:
                archive.extract(str(name), folder)

    def licence_files(self) -> list[PurePosixPath]:
        """Name the texts of its licence."""
        return [
            name
            for name, _ in self.members()
            if name.parts[0].endswith(".dist-info")
            and _LICENCE_FILE.search("/".join(name.parts[1:]))
            and name.stem != _OFFER
        ]


def read_pins(file: Path) -> list[Pin]:
    """Read a list in the form of pip's requirements. Raises BuildError."""
    pins = []
    for line in file.read_text(encoding="utf-8").splitlines():
        if not line or line.startswith("#"):
            continue
        found = _PIN.fullmatch(line)
        if found is None:
            raise BuildError(f"{file.name}: not a pin with its hash: {line}")
        hashes = frozenset(re.findall("sha256:([0-9a-f]{64})", found["hashes"]))
        pins.append(Pin(name=found["name"], version=found["version"], hashes=hashes))
    return pins


def fetch(pins: Sequence[Pin], target: Target, folder: Path) -> list[Wheel]:
    """Give the wheel of each pin, from the folder or by pip. Raises BuildError."""
    with tools.alone_in(folder):
        here = _fitting(folder, target)
        missing = [pin for pin in pins if not pin.hashes & here.keys()]
        if missing:
            _download(missing, target, folder)
            here = _fitting(folder, target)
    chosen = []
    for pin in pins:
        digests = pin.hashes & here.keys()
        if len(digests) != 1:
            raise BuildError(f"{pin.name} {pin.version}: {len(digests)} wheels for {target.python}")
        chosen.append(_opened(here[min(digests)]))
    return chosen


def _fitting(folder: Path, target: Target) -> dict[str, Path]:
    """Give the wheels of the folder that this Python takes, by hash."""
    own = f"cp{target.python.replace('.', '')}"
    found = {}
    for file in sorted(folder.glob("*.whl")):
        python, abi, _ = file.stem.split("-")[-3:]
        # a pin may accept the wheels of several Pythons
        if abi in ("none", "abi3") or python == own:
            found[sha256(file)] = file
    return found


def _download(pins: Sequence[Pin], target: Target, folder: Path) -> None:
    lines = [
        " ".join(
            [f"{pin.name}=={pin.version}", *(f"--hash=sha256:{h}" for h in sorted(pin.hashes))]
        )
        for pin in pins
    ]
    with tempfile.NamedTemporaryFile("w", suffix=".txt", encoding="utf-8") as wanted:
        wanted.write("\n".join(lines))
        wanted.flush()
        command = [sys.executable, "-m", "pip", "download", "--quiet", "--no-deps"]
        command += [
            "--disable-pip-version-check",
            "--retries=5",
            "--timeout=60",
            "--require-hashes",
            "--only-binary=:all:",
        ]
        command += ["--python-version", target.python, "--dest", str(folder)]
        for platform in target.platforms:
            command += ["--platform", platform]
        tools.fetch([*command, "--requirement", wanted.name])


def _opened(file: Path) -> Wheel:
    with ZipFile(file) as archive:
        place = next(name for name in archive.namelist() if name.endswith(".dist-info/METADATA"))
        about = HeaderParser().parsestr(archive.read(place).decode("utf-8"))
    return Wheel(
        file=file,
        name=about["Name"],
        version=about["Version"],
        licence=_licence(about),
        digest=sha256(file),
    )


def _licence(about: Message) -> str:
    for field in ("License-Expression", "License"):
        text = str(about.get(field, ""))
        # some packages put the whole text into this field
        if text and "\n" not in text:
            return text
    lines = [str(line) for line in about.get_all("Classifier", [])]
    names = [line.rpartition(" :: ")[2] for line in lines if line.startswith("License ::")]
    return " / ".join(names) or "see its licence text"
