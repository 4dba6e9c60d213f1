"""The window: navigation at the left, a page in the middle, status below."""

from collections.abc import Callable
from datetime import date, datetime
from functools import partial

from PySide6.QtCore import Qt, QTimer, Slot
from PySide6.QtGui import QAction, QCloseEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QApplication,
    QHBoxLayout,
    QMainWindow,
    QPushButton,
    QStackedWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from coordapp import paths
from coordapp.domain.calendar import dates
from coordapp.domain.kernel.changes import Changes
from coordapp.settings import Settings
from coordapp.store import Store
from coordapp.store.queries import committee_queries
from coordapp.ui.keeping.copy_care import CopyCare
from coordapp.ui.keeping.drafts import Drafts
from coordapp.ui.kit import shortcuts
from coordapp.ui.kit.book_settings import BookSettings
from coordapp.ui.kit.bus import Bus
from coordapp.ui.kit.context import Context
from coordapp.ui.kit.jobs import Jobs
from coordapp.ui.kit.messages import Messages
from coordapp.ui.kit.navigation import (
    AskForFile,
    Navigator,
    NewTasksFromTemplate,
    OpenSample,
    PageKey,
    Route,
)
from coordapp.ui.kit.page import Page
from coordapp.ui.kit.run import Runner
from coordapp.ui.look import theme
from coordapp.ui.papers.list_paper_actions import ListPaperActions
from coordapp.ui.shell import look_menu, shape
from coordapp.ui.shell.acting.acting_person import ActingPerson
from coordapp.ui.shell.file_menu import FileMenu
from coordapp.ui.shell.header import PageHeader
from coordapp.ui.shell.help_menu import HelpMenu
from coordapp.ui.shell.moving.common_keys import CommonKeys
from coordapp.ui.shell.moving.travels import Travels
from coordapp.ui.shell.page_frame import PageFrame, enter, frame_of
from coordapp.ui.shell.pages import PAGE_KEYS, PAGES
from coordapp.ui.shell.paper_menu import PaperMenu
from coordapp.ui.shell.reminders import Reminders
from coordapp.ui.shell.second_writer import SecondWriter
from coordapp.ui.shell.side_bar import SideBar
from coordapp.ui.shell.undo_actions import UndoActions
from coordapp.ui.widgets import reading_order
from coordapp.ui.widgets.card import label

_TIGHT = 1400  # narrower, the words of the navigation take the room that titles need
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_KEYS = tuple(entry.key for entry in PAGES)


def open_window(app: QApplication, store: Store, today: date) -> "Window":
    """Build the window on an open store, in the look last chosen."""
    settings = Settings(paths.settings_file())
    look_menu.dress(app, settings)
    window = Window(app, store, today, settings)
    window.restore()
    return window


class Window(QMainWindow):
    """One file, one window."""

    def __init__(self, app: QApplication, store: Store, today: date, settings: Settings) -> None:
        super().__init__()
        self._app = app
        self._settings = settings
        self._book = BookSettings(settings, store)
        self.context = Context(
            store=store,
            bus=Bus(self),
            jobs=Jobs(self),
            run=Runner(self),
            messages=Messages(self),
            navigate=Navigator(self),
            today=today,
        )
        self._pages: dict[PageKey, Page] = {}
        self._shown = _KEYS[0]
        self._build()
        self._add_actions()
        self._connect()
        self._refresh_frame()

    def _build(self) -> None:
        self.setWindowTitle(f"Sổ Điều phối – {self.context.store.path.name}")
        self.resize(1366, 728)
        self._stack = QStackedWidget()
        self._side = SideBar(self._app, self._settings, self)
        middle = QWidget()
        column = QVBoxLayout(middle)
        column.setContentsMargins(20, 14, 20, 14)
        column.setSpacing(12)
        self._header = PageHeader(self.context.store.connection, self)
        self._title, self._search = self._header.title, self._header.search
        column.addWidget(self._header)
        column.addWidget(self._stack, 1)
        frame = QWidget()
        row = QHBoxLayout(frame)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self._side)
        row.addWidget(middle, 1)
        self.setCentralWidget(frame)
        self._build_status()

    def _build_status(self) -> None:
        bar = self.statusBar()
        bar.setSizeGripEnabled(False)
        self._saved = label(wraps=False)
        bar.addWidget(label(self.context.store.path.name, wraps=False))
        bar.addWidget(self._saved)
        self._day = label(f"Ngày làm việc {dates.short(self.context.today)}", wraps=False)
        self.care = CopyCare(self.context, self._settings, self)
        self.acting = ActingPerson(self.context, self._settings, self)
        for shown in (self.acting.button, self.care.button, self._day):
            bar.addPermanentWidget(shown)

    # --- actions

    def _add_actions(self) -> None:
        menu = self.menuBar()
        self._files = FileMenu(self, self.context, self._settings, self.care)
        self._files.fill(menu.addMenu("&Tệp"))
        edit = menu.addMenu("&Sửa")
        self.undo_actions = UndoActions(self.context, self)
        edit.addActions([self.undo_actions.back, self.undo_actions.forth])
        self.keys = CommonKeys(
            self.context, self, lambda: self.page(self.current), self._focus_search
        )
        edit.addActions(self.keys.actions)
        go = menu.addMenu("T&rang")
        for key, entry in zip(PAGE_KEYS, PAGES, strict=True):
            action = self._action(entry.title, f"Alt+{key}", self._go_from_action)
            action.setData(entry.key)
            go.addAction(action)
        self.reminders = Reminders(self.context, self)
        go.addAction(self._action("Nhắc việc hôm nay", "Ctrl+R", self.reminders.open))
        go.addAction(self._action("Tìm mọi nơi", "Ctrl+K", self._focus_search))
        self.travels = Travels(self.context, self, self._here, self._arrive)
        go.addActions([self.travels.back, self.travels.forth])
        self.look = look_menu.LookMenu(self._app, self._settings, self)
        self.look.changed.connect(self._side.show_look)
        self.look.fill(menu.addMenu("&Hiển thị"))
        self.look.add_fold(self._side.switch_fold)
        self._papers = PaperMenu(self, self.context, lambda: self.page(self.current))
        self._papers.fill(menu.addMenu("&Văn bản"))
        self._new = self._action("Thêm mới", "Ctrl+N", self._start_primary)
        template = self._action("Thêm nhiệm vụ từ mẫu…", "Ctrl+M", self._start_from_template)
        edit.addActions([self._new, template, self.acting.action])
        self.help = HelpMenu(self, self.context)
        manual = self._action("Hướng dẫn sử dụng", "F1", self.show_manual)
        keys = self._action("Phím tắt", "Ctrl+/", self.show_shortcuts)
        self.help.fill(menu.addMenu("Trợ giú&p"), manual, keys)

    def _action(self, text: str, keys: str | tuple[str, ...], slot: Callable[[], None]) -> QAction:
        return shortcuts.action(self, text, keys, slot)

    def _connect(self) -> None:
        context = self.context
        context.store.listen(context.bus.post)
        context.bus.changed.connect(self._on_changed)
        self._side.chosen.connect(self.go)
        self._side.entered.connect(self._enter)
        self._header.excel.clicked.connect(self._papers.export)
        self._header.primary.clicked.connect(self._start_primary)
        context.navigate.requested.connect(self.follow)
        self._search.chosen.connect(self.follow)
        self.drafts = Drafts(context, self)
        self._second_writer = SecondWriter(context, self)

    # --- slots

    def page(self, key: PageKey) -> Page:
        """Give a page, made when it is first asked for."""
        page = self._pages.get(key)
        if page is None:
            entry = PAGES[_KEYS.index(key)]
            frame = PageFrame(partial(entry.make, self.context), self._stack)
            page = self._pages[key] = frame.page
            state = self._book.get(key)
            if isinstance(state, dict):
                page.restore_state(state)
            page.print_requested.connect(ListPaperActions(self.context, page).preview)
            self._stack.addWidget(frame)
        return page

    @Slot(object)
    def follow(self, route: Route) -> None:
        """Open the page a route leads to, let it show what the route is about, and give it the keys."""
        self.travels.note()
        with self.travels.on_the_way():
            self.go(route.page)
            match route:
                case AskForFile():
                    self._files.ask_import()
                case OpenSample():
                    self._files.open_sample()
                case _:
                    self.page(route.page).follow(route)
                    self._enter()

    @Slot(object)
    def go(self, key: PageKey) -> None:
        """Show a page."""
        if key != self._shown:
            self.travels.note()
        page, self._shown = self.page(key), key
        had_keys = self._stack.isAncestorOf(self._app.focusWidget() or self)
        if had_keys and self._stack.currentWidget() is not frame_of(page):
            # Qt would hand the keys to whatever stands first on the page
            self._stack.setFocus(Qt.FocusReason.OtherFocusReason)
        self._stack.setCurrentWidget(frame_of(page))
        self._side.mark(key)
        self._header.show_page(PAGES[_KEYS.index(key)].title, page)
        if had_keys:
            self._enter()

    def _here(self) -> tuple[PageKey, Page]:
        return self._shown, self.page(self._shown)

    def _arrive(self, key: PageKey) -> Page:
        self.go(key)
        return self.page(key)

    @property
    def current(self) -> PageKey:
        """The key of the page shown."""
        return self._side.current

    @Slot()
    def _go_from_action(self) -> None:
        action = self.sender()
        if isinstance(action, QAction):
            self.go(PageKey(action.data()))
            self._enter()

    @Slot()
    def _enter(self) -> None:
        """Let keys go to the page: where they were there last, else to its first list."""
        page = self.page(self.current)
        if page.isAncestorOf(self._app.focusWidget() or self):
            return
        enter(page)

    @Slot()
    def _start_primary(self) -> None:
        self.page(self.current).primary()

    @Slot()
    def show_shortcuts(self) -> None:
        """List every key; every page is made first, so that its keys are among them."""
        from coordapp.ui.shell.help_dialog import ShortcutsDialog

        shown = self.findChild(ShortcutsDialog)
        if shown is None:
            pages: dict[QWidget, str] = {self.page(entry.key): entry.title for entry in PAGES}
            shown = ShortcutsDialog(shortcuts.gather(self, pages), self)
        shown.show()
        shown.activateWindow()

    @Slot()
    def show_manual(self) -> None:
        """Open the manual at what has the keyboard, else at the page that is seen."""
        page, focused = self.page(self.current), self._app.focusWidget()
        inside = focused is not None and page.isAncestorOf(focused)
        self.help.show_manual(self, focused if inside and focused else page)

    def show_manual_for(self, asker: QWidget) -> None:
        """Open the manual over a dialog, at the dialog."""
        self.help.show_manual(asker, asker)

    @Slot()
    def _focus_search(self) -> None:
        self._search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._search.selectAll()

    @Slot()
    def _start_from_template(self) -> None:
        self.follow(NewTasksFromTemplate())

    def undo(self) -> None:
        """Take back the last action, whatever page it was made on."""
        self.undo_actions.undo()

    def redo(self) -> None:
        """Do again what was taken back."""
        self.undo_actions.redo()

    @Slot(object)
    def _on_changed(self, changes: Changes) -> None:
        self._saved.setText(f"Đã lưu {datetime.now():%H:%M}")
        self._refresh_frame()
        self._second_writer.note()

    def _refresh_frame(self) -> None:
        body = committee_queries.read(self.context.store.connection)
        if body is not None:
            self._side.committee.setText(
                " · ".join(text for text in (body.name, body.place) if text)
            )
            day = dates.short(self.context.today)
            if body.is_sample:
                self._day.setText(f"Dữ liệu mẫu, ngày làm việc {day}")
        self.undo_actions.refresh()

    # --- shape

    def restore(self) -> None:
        """Take the shape of the last run."""
        shape.restore(self, self._settings)
        page = self._book.get("page")
        self.go(PageKey(str(page)) if page in _KEYS else _KEYS[0])
        # once it is shown: what is hidden takes no keys
        QTimer.singleShot(0, self, self._enter)

    def appear(self) -> None:
        """Show the window as it was left; the first time over all the room beside the task bar."""
        shape.appear(self, self._settings)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave a narrow window to the page: its navigation folds to icons."""
        super().resizeEvent(event)
        self._side.set_tight(self.width() < theme.scaled(_TIGHT))

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Move the keyboard as the window is read."""
        return reading_order.move(self, forward=forward) or super().focusNextPrevChild(forward)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Press the button with the keyboard by Enter too, as dialogs do."""
        focused = self.focusWidget()
        if event.key() in _ENTER and isinstance(focused, (QPushButton, QToolButton)):
            focused.click()
        elif not self.keys.explain(event):
            super().keyPressEvent(event)

    @Slot()
    def warm_up(self) -> None:
        """Load in the background what the first paper would have to wait for."""
        self.context.jobs.start(_load_papers)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Remember the shape, stop the jobs; what the disk does not take is asked about first."""
        focused = self._app.focusWidget()
        if focused is not None:
            focused.clearFocus()
        if not self.drafts.let_go():
            event.ignore()
            return
        self._second_writer.rest()
        self._search.rest()
        self.care.rest()
        shape.remember(self, self._settings, self._book, self._pages, self.current)
        self.context.jobs.close()
        event.accept()


def _load_papers(step: Callable[[int, int], None]) -> None:
    # not with the window, which would wait for them
    from coordapp.services.exports import paper_exports

    paper_exports.warm_up(step)
