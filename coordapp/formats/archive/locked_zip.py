"""Zip files encrypted by AES-256 (AE-2), which 7-Zip and WinRAR open too."""

import hashlib
import struct
import zipfile
import zlib
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path

import pyzipper

from coordapp.domain.kernel.errors import DocumentError
from coordapp.domain.kernel.text import nfc
from coordapp.formats.files import replacing

_BLOCK = 1 << 20
_AES_256 = 256
# what a spoilt byte makes of one part of a zip or another; the one that is a RuntimeError comes first
_SPOILT = (
    NotImplementedError,
    OSError,
    KeyError,
    IndexError,
    EOFError,
    ValueError,
    OverflowError,
    struct.error,
    zlib.error,
    pyzipper.BadZipFile,
    zipfile.BadZipFile,
)


def write(target: Path, files: Mapping[str, Path], passphrase: str) -> str:
    """Write files under these names, read every one back, and give the hash of the whole.

    Raises DocumentError as `replacing` does, and write_failed when what is read back differs.
    """
    with replacing(target) as draft:
        with _made(draft) as made:
            made.setpassword(_key(passphrase))
            made.setencryption(pyzipper.WZ_AES, nbits=_AES_256)
            for name, path in files.items():
                made.write(path, name)
        with _opened(draft, passphrase) as read:
            for name, path in files.items():
                if _hash_inside(read, name) != _hash(path):
                    raise DocumentError("write_failed", target)
        return _hash(draft)


def read(source: Path, passphrase: str, wanted: str, folder: Path) -> Path:
    """Put one file of the zip into a folder. Raises DocumentError as `read_small` does."""
    target = folder / Path(wanted).name
    with (
        _telling(source),
        _opened(source, passphrase) as file,
        file.open(wanted) as inside,
        target.open("wb") as made,
    ):
        while block := inside.read(_BLOCK):
            made.write(block)
    return target


def read_small(source: Path, passphrase: str, wanted: str) -> bytes:
    """Read one file of the zip.

    Raises DocumentError: passphrase_wrong, handover_unreadable.
    """
    with _telling(source), _opened(source, passphrase) as file:
        return bytes(file.read(wanted))


@contextmanager
def _opened(path: Path, passphrase: str) -> Iterator[pyzipper.AESZipFile]:
    with pyzipper.AESZipFile(path) as file:
        file.setpassword(_key(passphrase))
        yield file


@contextmanager
def _made(path: Path) -> Iterator[pyzipper.AESZipFile]:
    """Lend a new zip; one that the disk did not take is let go, for it cannot be closed any more."""
    made = pyzipper.AESZipFile(
        path, "w", compression=zipfile.ZIP_DEFLATED, encryption=pyzipper.WZ_AES
    )
    try:
        yield made
        made.close()
    finally:
        file, made.fp = made.fp, None
        if file is not None:
            with suppress(OSError):
                file.close()


@contextmanager
def _telling(source: Path) -> Iterator[None]:
    try:
        yield
    except _SPOILT as error:
        raise DocumentError("handover_unreadable", source) from error
    except RuntimeError as error:
        # the only thing that pyzipper says by this class is that the passphrase does not fit
        raise DocumentError("passphrase_wrong", source) from error


def _key(passphrase: str) -> bytes:
    # however a keyboard composes the letters, the same words open the file
    return nfc(passphrase).encode()


def _hash(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _hash_inside(file: pyzipper.AESZipFile, name: str) -> str:
    seen = hashlib.sha256()
    with file.open(name) as inside:
        while block := inside.read(_BLOCK):
            seen.update(block)
    return seen.hexdigest()
