"""The first start, or one whose register is gone, asks where the register is to be."""

from pathlib import Path

from PySide6.QtCore import QStandardPaths, Slot
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from coordapp import identity, paths
from coordapp.places import Places, Wanted, Way
from coordapp.ui.kit import helping
from coordapp.ui.widgets.card import button, label
from coordapp.ui.widgets.reading_order import Dialog
from coordapp.ui.widgets.save_as import REGISTER, ask_target

FILE_NAME = f"{identity.TITLE}.{identity.EXTENSION}"
_WELCOME = (
    "Công việc của Ban Chỉ đạo nằm trong một tệp, gọi là sổ. Chương trình đề nghị để sổ trong thư "
    "mục tài liệu của anh/chị; có thể chọn chỗ khác, kể cả USB."
)
_GONE = (
    "Không thấy sổ mở lần trước: {path}\nSổ có thể nằm trên USB chưa cắm, hoặc đã được chuyển đi, "
    "đổi tên. Không có gì bị xóa. Hãy cắm USB rồi thử lại, hoặc chỉ chỗ của sổ."
)
_TAKEN = "Ở đó đã có tệp này. Bấm “Mở sổ đã có…” để mở, hoặc đặt tên khác."
_NO_NAME = "Chưa có tên tệp. Hãy gõ tên hoặc bấm “Chọn chỗ…”."


def proposed() -> Path:
    """Name the file that is proposed: in the documents, or beside a portable program."""
    if paths.is_portable():
        return paths.data_folder() / FILE_NAME
    documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    folder = Path(documents) if documents else Path.home()
    return folder / identity.TITLE / FILE_NAME


def known() -> Wanted | None:
    """Give the register that a start without a file opens; None where it has to be asked for."""
    last = Places().last()
    if last is None:
        # never another one in its place: who sees an old register must know that it is old
        last = paths.earlier_database()
    return Wanted(path=last, way=Way.OPEN) if last.is_file() else None


def ask() -> Wanted | None:
    """Ask where the register is to be; None where the person leaves."""
    dialog = FirstStart(Places().last())
    dialog.exec()
    return dialog.wanted


class FirstStart(Dialog):
    """Asks where a new register is to be, or where an old one is."""

    def __init__(self, gone: Path | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(identity.TITLE)
        self.setMinimumWidth(620)
        self.wanted: Wanted | None = None
        self._gone = gone
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 20)
        column.setSpacing(12)
        title = "Bắt đầu" if gone is None else "Sổ mở lần trước ở đâu?"
        column.addWidget(label(title, "title"))
        column.addWidget(label(_WELCOME if gone is None else _GONE.format(path=gone)))
        column.addWidget(label("Sổ mới", "card-title"))
        row = QHBoxLayout()
        self.place = QLineEdit(str(proposed()))
        self.place.setAccessibleName("Tệp của sổ mới")
        self.browse = button("Chọn chỗ…", "plain")
        row.addWidget(self.place, 1)
        row.addWidget(self.browse)
        column.addLayout(row)
        self.error = label("", "error")
        self.error.hide()
        column.addWidget(self.error)
        column.addSpacing(8)
        column.addLayout(self._buttons())
        self.browse.clicked.connect(self._browse)
        self.place.textEdited.connect(self.error.hide)

    def show_manual_for(self, asker: QWidget) -> None:
        """Open the manual, though there is no window yet."""
        from coordapp.ui.manual.manual_window import open_over

        open_over(self, helping.places_of(asker))

    def _buttons(self) -> QHBoxLayout:
        self.sample = button("Xem dữ liệu mẫu", "plain")
        self.others = button("Mở sổ đã có…", "plain")
        self.make = button("Tạo sổ mới ở đây", "primary")
        self.again = button("Thử lại", "primary")
        self.again.setVisible(self._gone is not None)
        if self._gone is not None:
            self.make.setProperty("role", "plain")
        (self.make if self._gone is None else self.again).setDefault(True)
        row = QHBoxLayout()
        row.addWidget(self.sample)
        row.addStretch(1)
        row.addWidget(self.others)
        row.addWidget(self.make)
        row.addWidget(self.again)
        self.sample.clicked.connect(self._take_sample)
        self.others.clicked.connect(self._ask_open)
        self.make.clicked.connect(self._make)
        self.again.clicked.connect(self._look_again)
        return row

    def _choose(self, path: Path, way: Way) -> None:
        self.wanted = Wanted(path=path, way=way)
        self.accept()

    def _say(self, text: str) -> None:
        self.error.setText(text)
        self.error.show()

    @Slot()
    def _browse(self) -> None:
        target = ask_target(self, "Chỗ của sổ mới", Path(self.place.text()), REGISTER)
        if target:
            self.place.setText(str(target))
            self.error.hide()

    @Slot()
    def _make(self) -> None:
        typed = self.place.text().strip()
        path = Path(typed)
        if not typed or not path.is_absolute() or not path.name:
            self._say(_NO_NAME)
            return
        if not path.suffix:
            path = path.with_name(f"{path.name}.{identity.EXTENSION}")
        try:
            if path.exists():
                self._say(_TAKEN)
                return
            path.parent.mkdir(parents=True, exist_ok=True)
        except (OSError, ValueError):
            # a name that no system takes is a wrong value
            self._say(f"Không tạo được tệp trong {path.parent}. Hãy chọn chỗ khác.")
            return
        self._choose(path, Way.MAKE)

    @Slot()
    def _ask_open(self) -> None:
        typed = Path(self.place.text())
        start = next((one for one in typed.parents if one.is_dir()), Path.home())
        chosen, _ = QFileDialog.getOpenFileName(self, "Mở sổ", str(start), REGISTER)
        if chosen:
            self._choose(Path(chosen), Way.OPEN)

    @Slot()
    def _take_sample(self) -> None:
        self._choose(paths.sample_database(), Way.SAMPLE)

    @Slot()
    def _look_again(self) -> None:
        if self._gone is None:
            return
        if self._gone.is_file():
            self._choose(self._gone, Way.OPEN)
        else:
            self._say("Vẫn không thấy sổ ở chỗ đó.")
