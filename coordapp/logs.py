"""The log: a file of each running window, crash traces, exceptions nobody caught.

Windows renames no file that another process has open, so two windows on one rotating log would
both fail to turn it over.
"""

import faulthandler
import logging
import os
import sys
import threading
import traceback
from contextlib import suppress
from datetime import datetime
from pathlib import Path
from types import TracebackType
from typing import TextIO

from coordapp import paths
from coordapp.domain.kernel.errors import CodedError

KEPT = 20  # of all windows there have been
FILE_SIZE = 1_000_000
FORMAT = "%(asctime)s %(levelname)s %(name)s: %(message)s"

# their sentences are of Python, and name at most a type, an attribute or a path
_QUOTE_NOTHING = (
    AttributeError,
    ImportError,
    OSError,
    RecursionError,
    TypeError,
    ZeroDivisionError,
)

logger = logging.getLogger(__name__)


class _BoundedFile(logging.FileHandler):
    """A file that is turned over when it is full, so that a window keeps two at most.

    The handler of the library loads sockets and pickles, which a start has no use for.
    """

    def emit(self, record: logging.LogRecord) -> None:
        super().emit(record)
        with suppress(OSError):
            if self.stream is not None and self.stream.tell() > FILE_SIZE:
                self.stream.close()
                self._turn_over()

    def _turn_over(self) -> None:
        written = Path(self.baseFilename)
        try:
            written.replace(written.with_name(f"{written.name}.1"))
        finally:
            # a file that could not be turned over is written on
            self.stream = self._open()


_handlers: list[logging.Handler] = []
_crash_files: list[TextIO] = []


def start(folder: Path | None = None, level: int = logging.INFO) -> Path | None:
    """Write the log into `folder` and return its file.

    `None` means that the folder cannot be written: the program works on and the
    log goes to the error stream.
    """
    folder = folder or paths.log_folder()
    target = folder / f"coordapp-{datetime.now():%Y%m%d-%H%M%S}-{os.getpid()}.log"
    handler: logging.Handler
    try:
        folder.mkdir(parents=True, exist_ok=True)
        _clear(folder)
        _trace_crashes(folder / "crash.log")
        handler = _BoundedFile(target, encoding="utf-8")
    except OSError as error:
        handler = logging.StreamHandler()
        _add(handler, level)
        logger.warning("No log file in %s: %s", folder, error)
        _catch_exceptions()
        return None
    _add(handler, level)
    _catch_exceptions()
    return target


def stop() -> None:
    """Close the files and put the hooks of Python back."""
    sys.excepthook = sys.__excepthook__
    threading.excepthook = threading.__excepthook__
    faulthandler.disable()
    while _crash_files:
        _crash_files.pop().close()
    while _handlers:
        handler = _handlers.pop()
        logging.getLogger().removeHandler(handler)
        handler.close()


def log_exception(
    kind: type[BaseException], error: BaseException | None, trace: TracebackType | None
) -> None:
    """Write an exception that nobody caught; has the shape of `sys.excepthook`."""
    if issubclass(kind, KeyboardInterrupt):
        sys.__excepthook__(kind, error or kind(), trace)
        return
    logger.critical("Uncaught exception\n%s", without_texts(error or kind(), trace))


def without_texts(error: BaseException, trace: TracebackType | None = None) -> str:
    """Tell where an exception came from, but not what it quotes: that may be text of a record."""
    told = []
    if error.__cause__ is not None:
        told.append(without_texts(error.__cause__))
    elif error.__context__ is not None and not error.__suppress_context__:
        told.append(without_texts(error.__context__))
    said = f": {error}" if isinstance(error, _QUOTE_NOTHING) else ""
    # of SQLite by its name alone: a sentence about letters quotes them
    name = error.code if isinstance(error, CodedError) else getattr(error, "sqlite_errorname", "")
    code = f" ({name})" if name else ""
    told += traceback.format_tb(trace or error.__traceback__)
    told.append(f"{type(error).__name__}{code}{said}\n")
    return "".join(told)


def _log_thread_exception(arguments: threading.ExceptHookArgs) -> None:
    if issubclass(arguments.exc_type, SystemExit):
        return
    log_exception(arguments.exc_type, arguments.exc_value, arguments.exc_traceback)


def _add(handler: logging.Handler, level: int) -> None:
    handler.setFormatter(logging.Formatter(FORMAT))
    root = logging.getLogger()
    root.setLevel(level)
    root.addHandler(handler)
    _handlers.append(handler)


def _clear(folder: Path) -> None:
    """Delete the logs of windows long closed; one that is open stays where the system says so."""
    written = sorted(folder.glob("coordapp*.log*"), key=lambda log: log.stat().st_mtime)
    for log in written[: max(len(written) - KEPT, 0)]:
        with suppress(OSError):
            log.unlink()


def _trace_crashes(target: Path) -> None:
    crash_file = target.open("a", encoding="utf-8")
    _crash_files.append(crash_file)
    # fatal signals only; the file must stay open as long as the program runs
    faulthandler.enable(crash_file)


def _catch_exceptions() -> None:
    sys.excepthook = log_exception
    threading.excepthook = _log_thread_exception
