"""Starting and stopping: a command, the window, or the main job without a display."""

import os
import sys
from datetime import date, datetime
from pathlib import Path

from coordapp import __version__, display, logs, paths
from coordapp.cli import output, parser
from coordapp.domain.kernel.errors import CodedError
from coordapp.domain.words import messages
from coordapp.services.file import private
from coordapp.store import Store

_PICTURE_DELAY = 400  # milliseconds until the window has drawn itself


def main(argv: list[str] | None = None) -> int:
    """Run the program and give its exit code."""
    given = sys.argv[1:] if argv is None else argv
    # what is written for a while must not outlive a kill among the files of other programs
    with private.temporaries():
        return _started(given, date.today())


def _started(given: list[str], today: date) -> int:
    if given and given[0] in parser.COMMANDS:
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
            "hoặc các lệnh: " + ", ".join(parser.COMMANDS) + "."
        )
        return 2
    logs.start()
    try:
        from coordapp import session

        return session.run(session.application(), asked, today)
    finally:
        logs.stop()


def _parser() -> parser.Parser:
    grammar = parser.Parser(
        prog="coordapp",
        description="Sổ Điều phối. Các lệnh khác: " + ", ".join(parser.COMMANDS),
    )
    grammar.add_argument("file", nargs="?", metavar="TỆP", help="tệp dữ liệu cần mở")
    grammar.add_argument("--today", type=parser.day, metavar="NĂM-THÁNG-NGÀY", help="ngày làm việc")
    grammar.add_argument("--view", action="store_true", help="mở để xem, không ghi gì vào tệp")
    grammar.add_argument("--sample", action="store_true", help="mở dữ liệu mẫu mới")
    grammar.add_argument(
        "--version", action="version", version=f"Sổ Điều phối {__version__}",
        help="hiện phiên bản rồi thoát",
    )  # fmt: skip
    return grammar


def _without_display(day: date | None) -> int:
    """Do the main job into a folder of the current directory: sample, papers, picture."""
    from coordapp import session
    from coordapp.store.queries import conference_queries

    try:
        folder = _new_folder()
        path = folder / paths.sample_database().name
        store = session.fresh_sample(path)
        try:
            today = day or session.working_day(store, date.today())
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

    from coordapp import session
    from coordapp.ui.shell.window import open_window

    app = session.application()
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
