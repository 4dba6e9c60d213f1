"""The commands that copy a file, go back to a copy, and save what a damaged file still holds."""

import getpass
import os
from argparse import Namespace
from datetime import date, datetime
from pathlib import Path

from coordapp.cli import output
from coordapp.domain.kernel.errors import RuleViolation
from coordapp.domain.words import file_labels
from coordapp.services.file import backups, restoring
from coordapp.store.file.backup import read_manifest
from coordapp.store.file.salvage import save_readable

DONE, REFUSED = 0, 1
_PASSPHRASE = "COORDAPP_PASSPHRASE"


def backup(given: Namespace, today: date) -> int:
    """Copy a file into a folder; write the path and the hash of the copy."""
    made = backups.make_in(Path(given.folder), Path(given.file), datetime.now())
    manifest = read_manifest(made)
    output.data(str(made))
    output.data("" if manifest is None else manifest.sha256)
    return DONE


def restore(given: Namespace, today: date) -> int:
    """Put a copy in the place of a file, and tell what differs."""
    path = Path(given.file)
    done = restoring.restore(Path(given.copy), path, datetime.now())
    output.message(f"Đã khôi phục {path}")
    if done.kept is not None and done.is_kept_sound:
        output.message(f"Sổ trước khi khôi phục được giữ ở {done.kept}")
        output.message(file_labels.changes(done.changes))
    elif done.kept is not None:
        output.message(f"Tệp hỏng được giữ nguyên ở {done.kept}")
    return DONE


def salvage(given: Namespace, today: date) -> int:
    """Save the readable rows; 1 when something was lost."""
    found = save_readable(Path(given.file), Path(given.target))
    for table, count in found.saved.items():
        if count:
            output.data(f"{file_labels.table(table)}: cứu được {count}")
    for table, count in found.lost.items():
        output.data(f"{file_labels.table(table)}: {count} chỗ không đọc được")
    output.message(
        f"Đã ghi {given.target}. Đây là dữ liệu cứu từ tệp hỏng, có thể thiếu hoặc sai: hãy chạy lệnh "
        "check và đối chiếu với bản giấy."
    )
    return REFUSED if found.lost else DONE


def handover(given: Namespace, today: date) -> int:
    """Lock the register into one file; write its place, its hash and that of its record."""
    # loads what locks files and what makes PDF: not before it is asked for
    from coordapp.services.file.handover import make

    passphrase = os.environ.get(_PASSPHRASE) or _asked_twice()
    done = make(Path(given.file), Path(given.target), passphrase, datetime.now())
    output.data(str(done.file))
    output.data(done.report.sha256)
    output.data(str(done.record))
    return DONE


def _asked_twice() -> str:
    first = getpass.getpass("Mật khẩu: ")
    if getpass.getpass("Gõ lại mật khẩu: ") != first:
        raise RuleViolation("passphrase_differs")
    return first
