"""Starting and stopping: a command, the window, or the main job without a display."""

import argparse
import gc
import hashlib
import logging
import os
import sys
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from coordapp import __version__, display, logs, paths
from coordapp.cli import arguments, output
from coordapp.domain.files.copies import CopyReason
from coordapp.domain.kernel.errors import CodedError
from coordapp.domain.words import messages
from coordapp.store import Store
from coordapp.store.file.errors import translated
from coordapp.store.queries import committee_queries

if TYPE_CHECKING:
    from PySide6.QtCore import QLockFile
    from PySide6.QtWidgets import QApplication

logger = logging.getLogger(__name__)

SAMPLE_NAME = "du-lieu-mau.db"
_PICTURE_DELAY = 400  # milliseconds until the window has drawn itself
_WARM_UP = 1500  # milliseconds: she looks at the first page, the machine has nothing to do


def main(argv: list[str] | None = None) -> int:
    """Run the program and give its exit code."""
    given = sys.argv[1:] if argv is None else argv
    today = date.today()
    if given and given[0] in arguments.COMMANDS:
        # each way of starting loads its own half of the program
        from coordapp.cli.main import run

        return run(given, today)
    output.set_up()
    try:
        asked = _parser().parse_args(given)
    except SystemExit as stop:
        return stop.code if isinstance(stop.code, int) else 0
    if not display.is_there(os.environ, sys.platform):
        if asked.sample:
            return _without_display(asked.today)
        output.message(
            "Không có màn hình để mở cửa sổ. Dùng --sample để chạy thử không cần màn hình, "
            "hoặc các lệnh: " + ", ".join(arguments.COMMANDS) + "."
        )
        return 2
    logs.start()
    try:
        return _in_window(asked, today)
    finally:
        logs.stop()


def _parser() -> arguments.Parser:
    parser = arguments.Parser(
        prog="coordapp",
        description="Sổ Điều phối. Các lệnh khác: " + ", ".join(arguments.COMMANDS),
    )
    parser.add_argument("file", nargs="?", metavar="TỆP", help="tệp dữ liệu cần mở")
    parser.add_argument(
        "--today", type=arguments.day, metavar="NĂM-THÁNG-NGÀY", help="ngày làm việc"
    )
    parser.add_argument("--sample", action="store_true", help="mở dữ liệu mẫu mới")
    parser.add_argument(
        "--version", action="version", version=f"Sổ Điều phối {__version__}",
        help="hiện phiên bản rồi thoát",
    )  # fmt: skip
    return parser


def _in_window(asked: argparse.Namespace, today: date) -> int:
    app = _application()
    path = _wanted(asked)
    try:
        if asked.file is None:
            path.parent.mkdir(parents=True, exist_ok=True)
        lock = _lock(path)
        if lock is None:
            return _refuse(f"Tệp {path} đang mở ở cửa sổ khác. Hãy chuyển sang cửa sổ đó.")
        store = _fresh_sample(path) if asked.sample else _opened(path, asked.file is None)
    except CodedError as error:
        return _refuse(messages.sentence(error))
    except (OSError, ValueError) as error:
        # a path that no system takes is a wrong value
        logger.warning("%s", error)
        return _refuse(f"Không mở được tệp {path}. Hãy kiểm tra tên tệp và quyền mở tệp.")
    try:
        # a page that meets damage while the window is built is told as one at opening
        with translated(path):
            day = asked.today or _working_day(store, today)
            _live_on(store, day)
            return _show(app, store, day)
    except CodedError as error:
        return _refuse(messages.sentence(error))
    finally:
        store.close()
        if store.last_action is not None and not asked.sample:
            _copy(path, CopyReason.EXIT)
        lock.unlock()


def _wanted(asked: argparse.Namespace) -> Path:
    if asked.sample:
        return paths.data_folder() / "data" / SAMPLE_NAME
    return paths.default_database() if asked.file is None else Path(asked.file)


def _opened(path: Path, may_create: bool) -> Store:
    if may_create and not path.exists():
        from coordapp.services.committee import committee_actions

        store = Store.create(path)
        committee_actions.set_up(store)
        return store
    from coordapp.services.file import backups

    # what a newer program makes of a file cannot be read by the older one any more
    backups.before_migration(path, datetime.now())
    store = Store.open(path)
    _copy(path, None)
    return store


def _copy(path: Path, reason: CopyReason | None) -> None:
    """Copy the file for a reason, or if the day has no copy yet; a full disk stops nobody."""
    from coordapp.services.file import backups

    try:
        backups.clear_leftovers(path)
        if reason is None:
            backups.make_if_due(path, datetime.now(), changed=False)
        else:
            backups.make(path, datetime.now(), reason)
    except CodedError as error:
        logger.warning("no copy: %s", error.code)


def _fresh_sample(path: Path) -> Store:
    from coordapp.services.sample.sample_file import write_sample

    path.unlink(missing_ok=True)
    write_sample(path)
    return Store.open(path)


def _working_day(store: Store, today: date) -> date:
    body = committee_queries.read(store.connection)
    return today if body is None else body.working_day or today


def _live_on(store: Store, day: date) -> None:
    """Let what is done in a sample happen on its day; a real file keeps the real time."""
    body = committee_queries.read(store.connection)
    if body is not None and body.is_sample:
        store.use_clock(lambda: datetime.combine(day, datetime.now().time()))


def _application() -> "QApplication":
    from PySide6.QtCore import QTranslator
    from PySide6.QtWidgets import QApplication

    existing = QApplication.instance()
    app = existing if isinstance(existing, QApplication) else QApplication(["coordapp"])
    app.setApplicationName("CoordApp")
    translator = QTranslator(app)
    if translator.load(str(paths.resource("translations", "qtbase_vi.qm"))):
        app.installTranslator(translator)
    return app


def _lock(path: Path) -> "QLockFile | None":
    from PySide6.QtCore import QLockFile

    folder = paths.data_folder() / "locks"
    folder.mkdir(parents=True, exist_ok=True)
    name = hashlib.sha256(os.fsencode(path.resolve())).hexdigest()
    lock = QLockFile(str(folder / f"{name}.lock"))
    lock.setStaleLockTime(0)
    return lock if lock.tryLock(0) else None


def _show(app: "QApplication", store: Store, today: date) -> int:
    # what is loaded now stays until the end: looking for garbage in it only costs time
    gc.disable()
    from PySide6.QtCore import QTimer

    from coordapp.ui.shell.crash import CrashReporter
    from coordapp.ui.shell.window import open_window

    window = open_window(app, store, today)
    sys.excepthook = CrashReporter(window, window.context.run, store.path).hook
    window.appear()
    gc.freeze()
    gc.enable()
    QTimer.singleShot(_WARM_UP, window.warm_up)
    return app.exec()


def _refuse(sentence: str) -> int:
    from PySide6.QtCore import Qt
    from PySide6.QtWidgets import QMessageBox

    from coordapp.ui.look import theme

    output.message(sentence)
    theme.apply(_application(), dark=False)
    box = QMessageBox(QMessageBox.Icon.Critical, "Sổ Điều phối", sentence)
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.exec()
    return 2


def _without_display(day: date | None) -> int:
    """Do the main job into a folder of the current directory: sample, papers, picture."""
    from coordapp.store.queries import conference_queries

    try:
        folder = _new_folder()
        path = folder / SAMPLE_NAME
        store = _fresh_sample(path)
        try:
            today = day or _working_day(store, date.today())
            codes = [item.code for item in reversed(conference_queries.find(store.connection))]
            _write_papers(path, codes[0], today)
            _draw(store, today, folder / "cua-so.png")
        finally:
            store.close()
    except CodedError as error:
        output.message(messages.sentence(error))
        return 2
    except OSError as error:
        output.message(f"Không ghi được kết quả: {error}")
        return 2
    output.data(f"Không có màn hình nên kết quả được ghi vào thư mục: {folder.resolve()}")
    for file in sorted(folder.iterdir()):
        output.data(f"  {file.name}")
    return 0


def _new_folder() -> Path:
    folder = Path("coordapp-sample-output")
    if folder.exists():
        folder = Path(f"coordapp-sample-output-{datetime.now():%Y%m%d-%H%M%S-%f}")
    folder.mkdir()
    return folder


def _write_papers(path: Path, conference: str, today: date) -> None:
    from coordapp.domain.committee.committee import DocumentStyle
    from coordapp.domain.documents.papers import Paper, PaperRequest
    from coordapp.domain.tasks.queries import TaskQuery
    from coordapp.services.exports import paper_exports
    from coordapp.services.file.progress import Progress

    step, folder = Progress().step, path.parent
    paper_exports.export_register(path, TaskQuery(), today, folder / "so-nhiem-vu.xlsx", step=step)
    for style, name in (
        (DocumentStyle.PARTY, "bien-ban-the-thuc-dang.pdf"),
        (DocumentStyle.STATE, "bien-ban-the-thuc-nha-nuoc.pdf"),
    ):
        request = PaperRequest(
            paper=Paper.MINUTES, conference_code=conference, today=today, style=style
        )
        paper_exports.export_paper(path, request, folder / name, step)


def _draw(store: Store, today: date, target: Path) -> None:
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    from PySide6.QtCore import QTimer

    from coordapp.ui.shell.window import open_window

    app = _application()
    window = open_window(app, store, today)
    window.show()
    saved: list[bool] = []

    def grab() -> None:
        try:
            saved.append(window.grab().save(str(target)))
            window.close()
        finally:
            # an error must not leave the loop running with nobody to stop it
            app.quit()

    QTimer.singleShot(_PICTURE_DELAY, grab)
    app.exec()
    if saved != [True]:
        raise OSError(f"không vẽ được {target}")
