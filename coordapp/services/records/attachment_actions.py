"""Actions on attachments, and writing them out of the file again."""

import stat
import tempfile
from collections.abc import Iterable
from pathlib import Path

from coordapp.domain.kernel.attachment import LARGEST, Attachment, safe_name, size_in_words
from coordapp.domain.kernel.changes import Kind, Op
from coordapp.domain.kernel.errors import DocumentError, RuleViolation, StoreError
from coordapp.domain.kernel.ids import AttachmentId
from coordapp.formats.files import delete_folder, replacing
from coordapp.store import Store, Work, open_reader
from coordapp.store.file.tables import ALL, ATTACHMENTS
from coordapp.store.queries import attachment_queries


def add(store: Store, kind: Kind, record_id: int, *paths: Path) -> list[Attachment]:
    """Keep copies of files with a record; all of them, or none.

    Raises RuleViolation: attachment_missing, attachment_is_folder, attachment_unreadable,
    attachment_empty, attachment_too_big, record_gone.
    """
    ensure_fit(paths)
    with store.write(Op.ADD_ATTACHMENT) as work:
        work.get(ALL[kind], record_id)
        return keep(work, kind, record_id, paths)


def ensure_fit(paths: Iterable[Path]) -> None:
    """Refuse what cannot be kept, before the first is read. Raises as `add`."""
    for path in paths:
        _ensure_fit(path)


def keep(work: Work, kind: Kind, record_id: int, paths: Iterable[Path]) -> list[Attachment]:
    """Keep copies of files with a record, inside an action. Raises as `add`."""
    made: list[Attachment] = []
    taken = [item.name for item in attachment_queries.of_record(work.connection, kind, record_id)]
    for path in paths:
        content = _read(path)
        name = safe_name(path.name, taken)
        taken.append(name)
        attachment = Attachment(
            id=AttachmentId(0),
            kind=kind,
            record_id=record_id,
            name=name,
            size=len(content),
            sha256=attachment_queries.keep(work.connection, content),
            added_on=work.at.date(),
        )
        made.append(work.add(ATTACHMENTS, attachment))
    return made


def delete(store: Store, attachment_id: AttachmentId) -> None:
    """Take a file away from its record. Raises RuleViolation: record_gone."""
    with store.write(Op.DELETE_ATTACHMENT) as work:
        work.drop(ATTACHMENTS, attachment_id)


def copy_out(path: Path, attachment_id: AttachmentId, folder: Path) -> Path:
    """Write a copy to look at into a fresh folder below `folder`; give the copy.

    Raises RuleViolation: record_gone; StoreError: attachment_damaged, …; DocumentError.
    """
    name, content = _kept(path, attachment_id)
    try:
        # programs that tidy up take temporary folders away
        folder.mkdir(parents=True, exist_ok=True)
        copy = Path(tempfile.mkdtemp(dir=folder)) / name
    except OSError as error:
        raise DocumentError("write_failed", folder / name) from error
    _write(copy, content)
    # what is typed into a copy would be lost: Word and Excel say so when the file is read-only
    copy.chmod(stat.S_IREAD)
    return copy


def save_as(path: Path, attachment_id: AttachmentId, target: Path) -> Path:
    """Write a file to where the person wants it. Raises as `copy_out`."""
    _write(target, _kept(path, attachment_id)[1])
    return target


def clear_copies(folder: Path) -> None:
    """Remove the copies that were opened; one still open in another program stays."""
    delete_folder(folder)


def _kept(path: Path, attachment_id: AttachmentId) -> tuple[str, bytes]:
    with open_reader(path) as reader:
        attachment = ATTACHMENTS.get(reader, attachment_id)
        content = attachment_queries.content(reader, attachment)
    # made safe again: the file may come from somewhere else
    name = safe_name(attachment.name)
    if content is None:
        raise StoreError("attachment_damaged", path=path, name=name)
    return name, content


def _write(target: Path, content: bytes) -> None:
    with replacing(target) as draft:
        draft.write_bytes(content)


def _ensure_fit(path: Path) -> None:
    name = safe_name(path.name)
    try:
        status = path.stat()
    except (FileNotFoundError, NotADirectoryError) as error:
        raise RuleViolation("attachment_missing", name=name) from error
    except (OSError, ValueError) as error:
        raise RuleViolation("attachment_unreadable", name=name) from error
    if stat.S_ISDIR(status.st_mode):
        raise RuleViolation("attachment_is_folder", name=name)
    if not stat.S_ISREG(status.st_mode):
        raise RuleViolation("attachment_unreadable", name=name)
    _ensure_size(name, status.st_size)


def _read(path: Path) -> bytes:
    name = safe_name(path.name)
    try:
        with path.open("rb") as file:
            content = file.read(LARGEST + 1)
    except OSError as error:
        raise RuleViolation("attachment_unreadable", name=name) from error
    # asked again: a file that is being written grows
    _ensure_size(name, len(content))
    return content


def _ensure_size(name: str, size: int) -> None:
    if not size:
        raise RuleViolation("attachment_empty", name=name)
    if size > LARGEST:
        raise RuleViolation("attachment_too_big", name=name, largest=size_in_words(LARGEST))
