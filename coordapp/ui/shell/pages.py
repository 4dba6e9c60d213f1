"""The pages of the window, in order; each is loaded when it is first opened."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtWidgets import QWidget

from coordapp.ui.kit.context import Context
from coordapp.ui.kit.navigation import PageKey
from coordapp.ui.kit.page import Page


@dataclass(frozen=True, slots=True, kw_only=True)
class PageEntry:
    """One line of the navigation."""

    key: PageKey
    title: str
    icon: str
    make: Callable[[Context, QWidget], Page]


# a page and what it needs take tens of milliseconds to load: not before somebody opens it


def _today(context: Context, parent: QWidget) -> Page:
    from coordapp.ui.today.page import TodayPage

    return TodayPage(context, parent)


def _tasks(context: Context, parent: QWidget) -> Page:
    from coordapp.ui.tasks.page import TasksPage

    return TasksPage(context, parent)


def _conferences(context: Context, parent: QWidget) -> Page:
    from coordapp.ui.conferences.page import ConferencesPage

    return ConferencesPage(context, parent)


def _conclusions(context: Context, parent: QWidget) -> Page:
    from coordapp.ui.conclusions.page import ConclusionsPage

    return ConclusionsPage(context, parent)


def _programmes(context: Context, parent: QWidget) -> Page:
    from coordapp.ui.programmes.page import ProgrammesPage

    return ProgrammesPage(context, parent)


def _indicators(context: Context, parent: QWidget) -> Page:
    from coordapp.ui.indicators.page import IndicatorsPage

    return IndicatorsPage(context, parent)


def _practices(context: Context, parent: QWidget) -> Page:
    from coordapp.ui.practices.page import PracticesPage

    return PracticesPage(context, parent)


def _templates(context: Context, parent: QWidget) -> Page:
    from coordapp.ui.templates.page import TemplatesPage

    return TemplatesPage(context, parent)


def _units(context: Context, parent: QWidget) -> Page:
    from coordapp.ui.units.page import UnitsPage

    return UnitsPage(context, parent)


def _reports(context: Context, parent: QWidget) -> Page:
    from coordapp.ui.reports.page import ReportsPage

    return ReportsPage(context, parent)


def _history(context: Context, parent: QWidget) -> Page:
    from coordapp.ui.history.page import HistoryPage

    return HistoryPage(context, parent)


PAGES = (
    PageEntry(key=PageKey.TODAY, title="Hôm nay", icon="clock", make=_today),
    PageEntry(key=PageKey.TASKS, title="Nhiệm vụ", icon="list-check", make=_tasks),
    PageEntry(key=PageKey.CONFERENCES, title="Hội nghị", icon="calendar-event", make=_conferences),
    PageEntry(key=PageKey.CONCLUSIONS, title="Kết luận", icon="gavel", make=_conclusions),
    PageEntry(
        key=PageKey.PROGRAMMES, title="Chương trình, văn bản", icon="file-text", make=_programmes
    ),
    PageEntry(key=PageKey.INDICATORS, title="Chỉ tiêu", icon="file-spreadsheet", make=_indicators),
    PageEntry(key=PageKey.PRACTICES, title="Mô hình, thi đua", icon="note", make=_practices),
    PageEntry(key=PageKey.TEMPLATES, title="Mẫu nhiệm vụ", icon="copy", make=_templates),
    PageEntry(key=PageKey.UNITS, title="Đơn vị, thành viên", icon="users", make=_units),
    PageEntry(key=PageKey.REPORTS, title="Báo cáo", icon="report", make=_reports),
    PageEntry(key=PageKey.HISTORY, title="Nhật ký", icon="history", make=_history),
)
# with Alt, in the order in which they stand on the keyboard
PAGE_KEYS = "1234567890-"
