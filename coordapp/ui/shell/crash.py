"""What a person is told when the program itself was wrong: once, and the program goes on."""

import traceback
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QObject, Qt, Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QMessageBox, QWidget

from coordapp import logs, paths
from coordapp.domain.kernel.errors import Cancelled, CodedError
from coordapp.store.file.errors import as_told
from coordapp.ui.kit.run import Runner

_DAMAGE = ("file_damaged", "value_unknown")
_TEXT = "Chương trình gặp lỗi ngoài dự kiến ở thao tác vừa rồi."
_MORE = (
    "Thao tác dở dang không được ghi vào sổ. Hãy xem lại việc vừa làm, rồi làm lại nếu chưa có; muốn chắc "
    "sổ còn đúng thì dùng Tệp › Kiểm tra sổ. Nếu lỗi lặp lại, hãy bấm “Sao chép chi tiết” và gửi cho người hỗ "
    "trợ, kèm các tệp trong thư mục {folder}."
)


class CrashReporter(QObject):
    """Stands where Python brings exceptions nobody caught; Qt goes on after them."""

    def __init__(self, window: QWidget, run: Runner, path: Path = Path()) -> None:
        super().__init__(window)
        self._path = path
        self._window = window
        self._run = run
        self._told: set[tuple[str, ...]] = set()
        self._details = ""
        self.box: QMessageBox | None = None

    def hook(
        self, kind: type[BaseException], error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Write the exception to the log and tell of it; has the shape of `sys.excepthook`."""
        logs.log_exception(kind, error, trace)
        if issubclass(kind, KeyboardInterrupt):
            return
        # a read of a damaged file is no fault of the program, and its records are not all there
        error = as_told(error, self._path) or error
        if isinstance(error, CodedError) and self._is_old(error):
            return
        if isinstance(error, CodedError | Cancelled):
            # it has a sentence; it only came past its door
            self._run.show(error)
            return
        where = tuple(traceback.format_tb(trace))
        if where not in self._told:
            self._told.add(where)
            self._details = "".join(traceback.format_exception(kind, error, trace))
            self._tell()

    def _is_old(self, error: CodedError) -> bool:
        """Tell whether a look that is repeated meets the same damage again."""
        if error.code not in _DAMAGE:
            return False
        said = (error.code,)
        is_old = said in self._told
        self._told.add(said)
        return is_old

    def _tell(self) -> None:
        # a dialog that waits would keep the keys from a box above the window
        box = self.box = QMessageBox(QApplication.activeModalWidget() or self._window)
        box.setWindowTitle("Lỗi chương trình")
        box.setTextFormat(Qt.TextFormat.PlainText)
        box.setIcon(QMessageBox.Icon.Warning)
        box.setText(_TEXT)
        box.setInformativeText(_MORE.format(folder=paths.log_folder()))
        copy = box.addButton("Sao chép chi tiết", QMessageBox.ButtonRole.ActionRole)
        close = box.addButton("Đóng", QMessageBox.ButtonRole.RejectRole)
        copy.clicked.connect(self._copy)
        box.setDefaultButton(close)
        box.setEscapeButton(close)
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        box.open()

    @Slot()
    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self._details)
