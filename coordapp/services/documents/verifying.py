"""Comparing a file with the signed and issued papers of the register.

The file may be anything: it is read in pieces, never as a whole, and nothing in it is run.
"""

import hashlib
import re
import stat
import zlib
from collections.abc import Callable, Iterator
from pathlib import Path

from coordapp.domain.documents.document import Document, seal_code
from coordapp.domain.documents.verification import Answer, Verdict
from coordapp.domain.kernel.errors import RuleViolation
from coordapp.domain.words.labels import DOCUMENT_TYPE
from coordapp.store import Reader, open_reader
from coordapp.store.queries import seals

Step = Callable[[int, int], None]
_PIECE = 1 << 20
_OVERLAP = 4096
_HEAD = 1024  # where the mark of a PDF must stand
_MARK = b"%PDF-"
_CODE = re.compile(rb"CoordApp ([0-9A-F]{5}-[0-9A-F]{5})(?![0-9A-F])")
_WIDE = re.compile(rb"C\0o\0o\0r\0d\0A\0p\0p\0 \0((?:[0-9A-F-]\0){10}[0-9A-F])")
_STREAM = re.compile(rb"stream\r?\n")
# a file saved again by another program may hide the code in a packed part
_MOST_STREAMS, _MOST_UNPACKED = 500, 1 << 20


def verify(path: Path, paper: Path, step: Step = lambda _done, _total: None) -> Verdict:
    """Say whether a file is a paper signed or issued in the register at `path`, bears its code, or neither.

    Raises StoreError; RuleViolation: paper_missing, paper_is_folder, paper_unreadable; what
    `step` raises stops the work.
    """
    size = _size(paper)
    try:
        sha256, is_pdf, code = _look(paper, size, step)
    except OSError as error:
        raise RuleViolation("paper_unreadable", name=paper.name) from error
    with open_reader(path) as reader:
        return _judge(reader, sha256, code, is_pdf=is_pdf)


def _judge(reader: Reader, sha256: str, code: str, *, is_pdf: bool) -> Verdict:
    same = seals.of_file(reader, sha256)
    if same is not None:
        whole = seals.holds(reader, same)
        return Verdict(
            answer=Answer.SIGNED if whole else Answer.REGISTER_CHANGED,
            paper=same,
            code=seal_code(same.sealed),
        )
    if (sent := seals.issued_file(reader, sha256)) is not None:
        return Verdict(answer=Answer.ISSUED, paper=sent, kind=DOCUMENT_TYPE[sent.type])
    if code:
        named = _of_code(reader, code)
        answer = Answer.UNKNOWN_CODE if named is None else Answer.ALTERED
        return Verdict(answer=answer, paper=named, code=code)
    if not is_pdf:
        return Verdict(answer=Answer.NOT_PDF)
    return Verdict(answer=Answer.UNKNOWN, unkept=seals.unkept(reader))


def _of_code(reader: Reader, code: str) -> Document | None:
    return next((one for one in seals.signed(reader) if seal_code(one.sealed) == code), None)


def _size(paper: Path) -> int:
    try:
        status = paper.stat()
    except (FileNotFoundError, NotADirectoryError) as error:
        raise RuleViolation("paper_missing", name=paper.name) from error
    except (OSError, ValueError) as error:
        raise RuleViolation("paper_unreadable", name=paper.name) from error
    if stat.S_ISDIR(status.st_mode):
        raise RuleViolation("paper_is_folder", name=paper.name)
    # a pipe or a device may never end
    if not stat.S_ISREG(status.st_mode):
        raise RuleViolation("paper_unreadable", name=paper.name)
    return status.st_size


def _look(paper: Path, size: int, step: Step) -> tuple[str, bool, str]:
    """Hash a file, and look for the mark of a PDF and for a code."""
    digest = hashlib.sha256()
    code, is_pdf, done, streams = "", False, 0, _MOST_STREAMS
    for piece, window in _pieces(paper):
        if not done:
            is_pdf = _MARK in piece[:_HEAD]
        digest.update(piece)
        done += len(piece)
        if not code:
            code = _code_in(window)
        if not code and streams:
            code, streams = _code_in_streams(window, streams)
        step(min(done, size), size)
    return digest.hexdigest(), is_pdf, code


def _pieces(paper: Path) -> Iterator[tuple[bytes, bytes]]:
    """Give a file in pieces, each also with the end of the one before."""
    tail = b""
    with paper.open("rb") as file:
        while piece := file.read(_PIECE):
            window = tail + piece
            yield piece, window
            tail = window[-_OVERLAP:]


def _code_in(content: bytes) -> str:
    if match := _CODE.search(content):
        return match[1].decode("ascii")
    if match := _WIDE.search(content):
        return match[1].replace(b"\0", b"").decode("ascii")
    return ""


def _code_in_streams(window: bytes, left: int) -> tuple[str, int]:
    """Look into the packed parts of a piece; give the code and how many more may be unpacked."""
    for match in _STREAM.finditer(window):
        if not left:
            break
        left -= 1
        try:
            unpacked = zlib.decompressobj().decompress(window[match.end() :], _MOST_UNPACKED)
        except zlib.error:
            continue
        if code := _code_in(unpacked):
            return code, left
    return "", left
