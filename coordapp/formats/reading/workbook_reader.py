"""Reading a workbook that somebody else made, in processes of their own.

A file may be built to exhaust memory or to end the library that reads it; then that process
ends, and a sentence comes back. It is given so much memory and so much time.
"""

import queue
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from io import BufferedReader
from pathlib import Path
from typing import Any, cast

from coordapp import starting
from coordapp.domain.importing.workbook import CellFont, Sheet, Value, Workbook, WorkbookNote
from coordapp.domain.kernel.errors import DocumentError
from coordapp.domain.kernel.text import nfc
from coordapp.formats.reading import frames
from coordapp.formats.reading.child import LOOK, VALUES
from coordapp.formats.reading.file_kind import TEXT, kind_of
from coordapp.formats.reading.limits import MOST_MEMORY, MOST_SECONDS
from coordapp.formats.reading.marks import STRUCK, Area, Place
from coordapp.formats.reading.refusal import Refused

Step = Callable[[int, int], None]
Child = subprocess.Popen[bytes]
COMMAND = "read-workbook"  # asks the program to be that process, where Python is a part of it
_START = (
    "import sys; sys.path[:0] = {path!r}; from coordapp.formats.reading.child import main; main()"
)
_PAUSE = 0.05  # seconds between two looks at whether the person wants to stop
_FAREWELL = 2.0  # seconds for the last words of a process that was ended
# the values of a large file take several times as long as looking through it: by then it is known
# whether a cell lies too far off. A small one may be all trap, so it is looked through first
_LARGE = 200_000


def read(
    path: Path,
    step: Step,
    *,
    most_seconds: float = MOST_SECONDS,
    most_memory: int = MOST_MEMORY,
) -> Workbook:
    """Read all sheets of .xlsx, .xlsm, .xls, .ods or .csv, by what the file is, not its name.

    Raises DocumentError (every `source_…` code); what `step` raises stops the work.
    """
    step(0, 0)
    making = _Making(path)
    try:
        tasks = (LOOK,) if _is_read_while_looking(path) else (VALUES, LOOK)
    except Refused as refusal:
        raise DocumentError(refusal.code, path, **refusal.params) from refusal
    reading = _Reading(path, tasks, most_memory)
    with reading:
        for task, (kind, content) in reading.frames(step, time.monotonic() + most_seconds):
            making.take(kind, content, step)
            if (task, kind) == (LOOK, "end"):
                reading.let_go()
    return making.workbook()


def _is_read_while_looking(path: Path) -> bool:
    """Tell text and OpenDocument tables, of which the library reads nothing."""
    if kind_of(str(path)) == TEXT:
        return True
    with path.open("rb") as file:
        return b"mimetypeapplication/vnd.oasis" in file.read(200)


class _Reading:
    """The processes at work on one file, and what they say."""

    def __init__(self, path: Path, tasks: tuple[str, ...], most_memory: int) -> None:
        self._path, self._tasks = path, tasks
        self._most_memory = most_memory
        self._arrived: queue.Queue[tuple[str, frames.Frame | None]] = queue.Queue()
        self._children: dict[str, Child] = {}
        self._listening: list[threading.Thread] = []

    def __enter__(self) -> None:
        for task in self._tasks:
            try:
                child = _started(task, self._most_memory, self._path)
            except (OSError, ValueError) as error:
                self.__exit__()
                raise DocumentError("source_reader_missing", self._path) from error
            self._children[task] = child
            listen = threading.Thread(target=self._listen, args=(task, child), daemon=True)
            listen.start()
            self._listening.append(listen)
        if self._path.stat().st_size > _LARGE:
            self.let_go()

    def __exit__(self, *_: object) -> None:
        for child in self._children.values():
            child.kill()
            child.wait()
            if child.stdin is not None:
                child.stdin.close()
        for listening in self._listening:
            # a program that watches over others may hold the pipe of one that has ended: who
            # listens goes when that lets go, and nobody waits for it
            listening.join(_FAREWELL)

    def let_go(self) -> None:
        """Let the values be read."""
        child = self._children.get(VALUES)
        if child is not None and child.stdin is not None and not child.stdin.closed:
            try:
                child.stdin.write(b"\n")
                child.stdin.close()
            except OSError:
                # it has ended meanwhile, and what it said is still to be heard
                return

    def _listen(self, task: str, child: Child) -> None:
        frame: frames.Frame | None = ("", None)
        with cast(BufferedReader, child.stdout) as said:
            while frame is not None:
                try:
                    frame = frames.take(said)
                except (OSError, ValueError, EOFError, TypeError):
                    frame = None
                self._arrived.put((task, frame))

    def frames(self, step: Step, end: float) -> Iterator[tuple[str, frames.Frame]]:
        """Give what they say until all have said all; they are never waited for without end."""
        waited_for = set(self._tasks)
        died = False
        while waited_for:
            if time.monotonic() > end:
                raise DocumentError("source_takes_too_long", self._path)
            try:
                task, frame = self._arrived.get(timeout=_PAUSE)
            except queue.Empty:
                step(0, 0)
                continue
            if task in waited_for and (frame is None or frame[0] == "end"):
                waited_for.discard(task)
                died |= frame is None
            if frame is not None:
                yield task, frame
        if died:
            # the system or the library ended it, and the looking found no fault that explains it
            raise DocumentError("source_exhausts", self._path)


def _started(task: str, most_memory: int, path: Path) -> Child:
    return subprocess.Popen(
        [*_command(), task, str(most_memory), str(path)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        # no black window for a moment on Windows
        creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
    )


def _command() -> list[str]:
    if starting.is_packed(sys.executable):
        return starting.command(COMMAND)
    # nothing of the surroundings is loaded: the process starts anew for each file
    places = [str(Path(__file__).resolve().parents[3])]
    places += [str(Path(place).resolve()) for place in sys.path if place]
    return [sys.executable, "-I", "-S", "-X", "utf8", "-c", _START.format(path=places)]


class _Making:
    """Puts a workbook together from what arrives."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._sheets: list[tuple[dict[str, Any], list[list[Value]]]] = []
        self._marks: dict[str, dict[str, Any]] = {}
        self._notes: frozenset[WorkbookNote] = frozenset()
        self._is_1904 = False

    def take(self, kind: str, content: Any, step: Step) -> None:
        """Take one frame. Raises DocumentError for a file that is refused."""
        if kind == "rows":
            self._sheets[-1][1].extend(cast(list[list[Value]], frames.unpacked_rows(content)))
        elif kind == "sheet":
            self._sheets.append((content, []))
        elif kind == "marks":
            self._marks[content[0]] = content[1]
        elif kind == "step":
            step(*content)
        elif kind == "refused":
            code, params = content
            raise DocumentError(code, self._path, **params)
        elif kind == "notes":
            self._notes = frozenset(WorkbookNote(name) for name in content[0])
            self._is_1904 = content[1]

    def workbook(self) -> Workbook:
        """Give what was read."""
        return Workbook(
            sheets=tuple(self._sheet(about, rows) for about, rows in self._sheets),
            notes=self._notes,
            is_1904=self._is_1904,
        )

    def _sheet(self, about: dict[str, Any], rows: list[list[Value]]) -> Sheet:
        marks = self._marks.get(about["name"], {})
        merged: list[Area] = [tuple(area) for area in marks.get("merged") or about["merged"]]
        styled = marks.get("styled", ())
        for (row, column), error in marks.get("failed", ()):
            if (
                row <= len(rows)
                and column <= len(rows[row - 1])
                and rows[row - 1][column - 1] == ""
            ):
                rows[row - 1][column - 1] = error
        return Sheet(
            name=nfc(about["name"]) or self._path.stem,
            rows=rows,
            is_hidden=about["is_hidden"],
            hidden_rows=frozenset(marks.get("hidden_rows", ())),
            hidden_columns=frozenset(marks.get("hidden_columns", ())),
            uncalculated=frozenset(marks.get("uncalculated", ())),
            struck=frozenset(place for place, kinds in styled if STRUCK in kinds),
            struck_parts=dict(marks.get("struck_parts", ())),
            fonts={
                place: CellFont(kind) for place, kinds in styled for kind in kinds if kind != STRUCK
            },
            comments=dict(marks.get("comments", ())),
            merged=tuple(merged),
            filled=frozenset(_fill_down(rows, merged)),
        )


def _fill_down(rows: list[list[Value]], merged: list[Area]) -> Iterator[Place]:
    """Say in every row what one tall cell says beside several rows; titles stay where they are."""
    for top, left, bottom, right in merged:
        if left != right or top > len(rows) or left > len(rows[top - 1]):
            continue
        value = rows[top - 1][left - 1]
        for number in range(top + 1, min(bottom, len(rows)) + 1):
            row = rows[number - 1]
            if value != "" and left <= len(row) and row[left - 1] == "":
                row[left - 1] = value
                yield number, left
