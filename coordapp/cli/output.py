"""What commands write: data to the output, messages to the error stream, both in UTF-8."""

import io
import json
import os
import sys
from collections.abc import Sequence


def set_up() -> None:
    """Have both streams take Vietnamese, whatever the system's code page."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            # an unpaired surrogate in a file name must not stop the message
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")


def end() -> None:
    """Write what waits; whoever reads may have gone, as `head` does. Raises BrokenPipeError."""
    if sys.stdout is not None:
        sys.stdout.flush()


def give_up() -> None:
    """Drop what nobody reads any more, or Python would complain of it at its end."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def data(text: str) -> None:
    """Write a line of data."""
    # a Windows program without a console has no streams
    if sys.stdout is not None:
        sys.stdout.write(text + "\n")


def message(text: str) -> None:
    """Write a sentence for the person."""
    if sys.stderr is not None:
        sys.stderr.write(text + "\n")


def value(tree: object) -> None:
    """Write nested plain values as JSON."""
    data(json.dumps(tree, ensure_ascii=False, indent=2))


def records(rows: Sequence[dict[str, object]], *, as_json: bool) -> None:
    """Write records as JSON or as a plain table."""
    if as_json:
        value(rows)
        return
    if not rows:
        message("Không có mục nào.")
        return
    data("\t".join(rows[0]))
    for row in rows:
        data("\t".join(_cell(value) for value in row.values()))


def _cell(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, list):
        return ", ".join(str(item) for item in value)
    return " ".join(str(value).split())
