"""What is new since the last day worked, in words that need no colour."""

from collections.abc import Iterable

from coordapp.domain.calendar import dates
from coordapp.domain.figures.news import News, NewsOf

MARK = "mới"
NEWS = {
    NewsOf.LATE: "mới quá hạn",
    NewsOf.DUE: "mới sắp đến hạn",
    NewsOf.REPORTED: "mới báo cáo hoàn thành",
}


def news_title(news: News) -> str:
    """Count what is new, and say since when."""
    since = f"{dates.weekday(news.since)} {news.since:%d/%m}"
    return f"Mới từ sau {since}: {len(news.every)} nhiệm vụ"


def news_since(news: News) -> str:
    """Say what new means."""
    day = f"{dates.weekday(news.since)}, {dates.short(news.since)}"
    return f"So với cuối ngày làm việc trước ({day})."


def marked(words: str, *, new: bool) -> str:
    """Put the mark beside words."""
    return f"{words} · {MARK}" if new else words


def counted(words: str, new: int) -> str:
    """Say how many of what a figure counts are new, first, for the rest may be cut."""
    return " · ".join(filter(None, (f"{new} {MARK}" if new else "", words)))


def why_new(news: News, what: Iterable[NewsOf]) -> str:
    """Say for a tool tip what is new and since when; empty where nothing is."""
    said = ", ".join(NEWS[one] for one in what)
    return f"{said[0].upper()}{said[1:]}. {news_since(news)}" if said else ""
