"""Queries over the versions of review reports."""

from datetime import date

from coordapp.domain.kernel.ids import SummaryId
from coordapp.domain.summaries.summary import Summary, SummaryFigure
from coordapp.store.file.case_tables import SUMMARIES, SUMMARY_FIGURES
from coordapp.store.file.opening import Reader


def all_summaries(connection: Reader) -> list[Summary]:
    """Read all versions, the latest period and version first."""
    return SUMMARIES.where(connection, "1 order by until desc, since desc, version desc")


def of_period(connection: Reader, since: date, until: date) -> list[Summary]:
    """Read the versions of a period, the latest first."""
    return SUMMARIES.where(
        connection,
        "since = ? and until = ? order by version desc",
        (since.isoformat(), until.isoformat()),
    )


def last_before(connection: Reader, until: date) -> Summary | None:
    """Read the last version of the period that ended last before a day; None if there is none."""
    found = SUMMARIES.where(
        connection, "until < ? order by until desc, version desc limit 1", (until.isoformat(),)
    )
    return found[0] if found else None


def version_before(connection: Reader, summary: Summary) -> Summary | None:
    """Read the version of the same period that comes before one; None if there is none."""
    earlier = of_period(connection, summary.since, summary.until)
    return next((one for one in earlier if one.version < summary.version), None)


def figures(connection: Reader, summary_id: SummaryId) -> list[SummaryFigure]:
    """Read the figures that a kept version printed, in order."""
    return SUMMARY_FIGURES.where(connection, "summary_id = ? order by position, id", (summary_id,))
