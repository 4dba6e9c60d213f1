"""Handing the register over: one locked file with all that belongs to it, and its record."""

import json
from collections.abc import Callable
from dataclasses import asdict, dataclass
from datetime import datetime
from pathlib import Path

from coordapp.domain.documents.handover import HandoverReport, ensure_strong
from coordapp.domain.files.copies import Manifest
from coordapp.domain.kernel.attachment import safe_name
from coordapp.domain.kernel.changes import Kind
from coordapp.domain.kernel.errors import DocumentError, RuleViolation, StoreError
from coordapp.domain.words.file_labels import TABLES
from coordapp.formats.archive import locked_zip
from coordapp.services.file import private
from coordapp.store import Reader, open_reader
from coordapp.store.file import backup, log, placing
from coordapp.store.queries import attachment_queries, committee_queries

REGISTER = "so-dieu-phoi.db"
MANIFEST = "manifest.json"
_READ_ME = "DOC-TRUOC.txt"
_FILES = "tep-dinh-kem"
# told also where there is none: whoever takes over wants to know
_COUNTED = (
    Kind.UNIT,
    Kind.PERSON,
    Kind.CONFERENCE,
    Kind.CONCLUSION,
    Kind.TASK,
    Kind.PROGRESS_REPORT,
    Kind.EXTENSION,
    Kind.DOCUMENT,
    Kind.PROGRAMME,
    Kind.DIRECTIVE,
    Kind.INDICATOR,
    Kind.PRACTICE,
    Kind.COMMENDATION,
    Kind.REPORT_DUE,
)
# the file itself counts these otherwise, or they are no records of the work
_APART = frozenset({Kind.COMMITTEE, Kind.DAY_OFF, Kind.REGISTER_VIEW, Kind.ATTACHMENT})
_WORDS = (
    "Đây là sổ bàn giao của Sổ Điều phối.\r\n"
    f"- {REGISTER}: toàn bộ sổ. Mở bằng Sổ Điều phối (Tệp, Xem tệp bàn giao) hoặc bất cứ công cụ SQLite nào.\r\n"
    f"- {_FILES}: các tệp đính kèm, cũng có sẵn trong sổ.\r\n"
    f"- {MANIFEST}: mã SHA-256 và số lượng, để đối chiếu với biên bản bàn giao.\r\n"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class HandedOver:
    """The locked file and its printed record."""

    file: Path
    record: Path
    report: HandoverReport


def make(path: Path, target: Path, passphrase: str, at: datetime) -> HandedOver:
    """Lock the register with its attached files into one file, and write the record beside it.

    Raises RuleViolation: passphrase_short, committee_missing; StoreError, DocumentError.
    """
    # what makes PDF takes a quarter of a second to load: not before it is needed
    from coordapp.formats.papers import handover_paper
    from coordapp.formats.pdf import pdf_paper

    ensure_strong(passphrase)
    if target.suffix.lower() != ".zip":
        raise DocumentError("bad_extension", target, wanted=".zip")
    record = target.with_suffix(".pdf")
    for one in (target, record):
        if one.exists():
            raise StoreError("file_exists", path=one)
    with private.folder() as folder:
        register = folder / REGISTER
        manifest = backup.copy(path, register)
        with open_reader(register) as reader:
            files = {REGISTER: register, **_attached(reader, folder)}
            report_of = _reporter(reader, at, manifest, len(files) - 1)
        (folder / _READ_ME).write_text(_WORDS, encoding="utf-8-sig", newline="")
        files[_READ_ME] = folder / _READ_ME
        (folder / MANIFEST).write_text(_manifest(files, manifest, at), encoding="utf-8")
        files[MANIFEST] = folder / MANIFEST
        sha256 = locked_zip.write(target, files, passphrase)
    report = report_of(target, sha256)
    try:
        pdf_paper.write_composed(handover_paper.composed(report), record)
    except BaseException:
        # a locked file without its record is no hand-over, and would be in the way of the next one
        target.unlink(missing_ok=True)
        raise
    return HandedOver(file=target, record=record, report=report)


def open_inside(source: Path, passphrase: str, folder: Path) -> Path:
    """Take the register out of a locked file into a folder of our own, to be looked into.

    Raises DocumentError: passphrase_wrong, handover_unreadable.
    """
    said = locked_zip.read_small(source, passphrase, MANIFEST)
    register = locked_zip.read(source, passphrase, REGISTER, folder)
    try:
        wanted = json.loads(said)["files"][REGISTER]
    except (ValueError, KeyError, TypeError) as error:
        raise DocumentError("handover_unreadable", source) from error
    if placing.sha256(register) != wanted:
        raise DocumentError("handover_unreadable", source)
    return register


def _attached(reader: Reader, folder: Path) -> dict[str, Path]:
    """Put the attached files beside the register, each under a name that no other has."""
    files: dict[str, Path] = {}
    taken: list[str] = []
    place = folder / _FILES
    place.mkdir()
    for one in attachment_queries.every(reader):
        content = attachment_queries.content(reader, one)
        if content is None:
            raise StoreError("attachment_damaged", path=folder / REGISTER, name=one.name)
        name = safe_name(one.name, taken)
        taken.append(name)
        (place / name).write_bytes(content)
        files[f"{_FILES}/{name}"] = place / name
    return files


def _reporter(
    reader: Reader, at: datetime, manifest: Manifest, attachments: int
) -> Callable[[Path, str], HandoverReport]:
    committee = committee_queries.read(reader)
    if committee is None:
        raise RuleViolation("committee_missing")
    newest = log.last_hash(reader)

    def report(target: Path, sha256: str) -> HandoverReport:
        return HandoverReport(
            committee=committee,
            at=at,
            file_name=target.name,
            size=target.stat().st_size,
            sha256=sha256,
            register_sha256=manifest.sha256,
            counts=tuple(
                (TABLES[one.value], manifest.counts[one.value])
                for one in Kind
                if one not in _APART and (one in _COUNTED or manifest.counts[one.value])
            ),
            attachments=attachments,
            newest_entry=newest,
        )

    return report


def _manifest(files: dict[str, Path], manifest: Manifest, at: datetime) -> str:
    held = {name: placing.sha256(file) for name, file in files.items()}
    told = {"made": at.isoformat(timespec="seconds"), "register": asdict(manifest), "files": held}
    return json.dumps(told, ensure_ascii=False, indent=1)
