"""Reading what became of earlier conclusions, by reference: nothing of it is copied."""

from datetime import date

from coordapp.domain.conclusions.review import FINISHED, ReviewReport, day_of
from coordapp.domain.conferences.conference import Conference
from coordapp.store import Reader
from coordapp.store.file.tables import CONFERENCES
from coordapp.store.queries import conference_queries


def review(connection: Reader, conference: Conference, today: date) -> ReviewReport | None:
    """Read the conclusions a conference reviews, as their tasks stood; None where it has none to.

    All of the conference before, and of those before that only what is not finished.
    """
    as_of = day_of(conference.held_on, today)
    earlier = conference_queries.earlier_ids(connection, conference.previous_id)
    if not earlier:
        return None
    previous = CONFERENCES.get(connection, earlier[0])
    rows = [
        row
        for place, conference_id in enumerate(earlier)
        for row in conference_queries.conclusions(connection, as_of, conference_id)
        if place == 0 or row.coverage not in FINISHED
    ]
    return ReviewReport(
        conference_code=conference.code,
        as_of=as_of,
        previous_title=previous.title,
        previous_held_on=previous.held_on,
        rows=tuple(rows),
        carried=sum(row.conclusion.conference_id != previous.id for row in rows),
    )
