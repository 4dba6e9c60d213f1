"""A button that names what is new since the last day worked, each task one choice away."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QMenu, QPushButton, QWidget

from coordapp.domain.figures.news import News
from coordapp.domain.figures.news_words import NEWS, news_since, news_title
from coordapp.domain.kernel.text import one_line
from coordapp.domain.tasks.queries import TaskRow

_TITLE = 70  # letters


class NewsButton(QPushButton):
    """Emits `opened(code)`; not there on a day without news."""

    opened = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "quiet")
        self._menu = QMenu(self)
        self.setMenu(self._menu)
        self.hide()

    def show_news(self, news: News, rows: Sequence[TaskRow]) -> None:
        """Offer these tasks; what there is no room for is counted."""
        count = len(news.every)
        self._menu.clear()
        for row in rows:
            what = ", ".join(NEWS[one] for one in news.of(row.id))
            words = f"{row.task.code} · {_start(row.task.title)} ({what})"
            self._menu.addAction(words.replace("&", "&&"), partial(self.opened.emit, row.task.code))
        if count > len(rows):
            self._menu.addAction(f"và {count - len(rows)} nhiệm vụ nữa").setEnabled(False)
        self.setText(news_title(news))
        self.setToolTip(news_since(news))
        self.setAccessibleName(f"{news_title(news)}. {news_since(news)}")
        self.setVisible(count > 0)


def _start(title: str) -> str:
    words = one_line(title)
    return words if len(words) <= _TITLE else f"{words[: _TITLE - 1].rstrip()}…"
