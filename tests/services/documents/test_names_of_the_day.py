"""Each paper and table of a past day bears the names of that day, and today's those of today."""

from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import replace
from datetime import date, datetime, time
from pathlib import Path

import pytest

from coordapp.domain.documents.document import DocumentType
from coordapp.domain.documents.papers import USUAL, Paper, PaperRequest, Section
from coordapp.domain.figures.status import Grouping
from coordapp.domain.tasks.queries import TaskQuery
from coordapp.services.committee import committee_actions
from coordapp.services.documents import (
    document_actions,
    issued_papers,
    letter_reading,
    paper_reading,
    urging,
)
from coordapp.services.exports import case_reading, form_reading
from coordapp.services.exports.case_reading import CaseRequest
from coordapp.services.exports.form_reading import FormRequest
from coordapp.services.sample.sample_file import SAMPLE_DAY, write_sample
from coordapp.store import Reader, Store
from coordapp.store.queries import committee_queries, conference_queries, unit_queries

CODE = "HN-2017-01"
RENAMED, LATER = date(2018, 4, 10), date(2018, 4, 30)
OLD = {"full": "Hội Nông dân tỉnh", "short": "HND", "post": "Trưởng Ban Dân vận Tỉnh ủy"}
NEW = {"full": "Liên minh Hợp tác", "short": "LMHT", "post": "Phó Bí thư Tỉnh ủy"}


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    """Open a sample in which a unit and the committee are renamed and the head has another post."""
    write_sample(tmp_path / "mau.db")
    with closing(
        Store.open(tmp_path / "mau.db", now=lambda: datetime.combine(RENAMED, time(9)))
    ) as opened:
        for unit in unit_queries.all_units(opened.connection):
            if unit.short_name == OLD["short"]:
                changed = replace(unit, name=NEW["full"], short_name=NEW["short"])
                committee_actions.edit_unit(opened, changed)
        head = unit_queries.head(opened.connection)
        assert head is not None
        committee_actions.edit_person(
            opened, replace(head, full_name="Lê Thị Mới", post=NEW["post"])
        )
        body = committee_queries.get(opened.connection)
        committee_actions.edit_committee(opened, replace(body, superior_body="Đảng bộ khác hẳn"))
        yield opened


def paper(kind: Paper, connection: Reader, day: date) -> str:
    request = PaperRequest(
        paper=kind,
        conference_code=CODE if kind is not Paper.REVIEW else "HN-2018-01",
        today=day,
        sections=USUAL | {Section.ASSIGNMENT},
        unit_id=next(
            u.id for u in unit_queries.all_units(connection) if u.short_name == NEW["short"]
        )
        if kind is Paper.EXTRACT
        else None,
    )
    return str(letter_reading.read(connection, request))


def form(read: Callable[[Reader, FormRequest], object]) -> Callable[[Reader, date], str]:
    return lambda connection, day: str(read(connection, FormRequest(as_of=day)))


def case(read: Callable[[Reader, CaseRequest], object]) -> Callable[[Reader, date], str]:
    return lambda connection, day: str(
        read(connection, CaseRequest(as_of=day, past=day < RENAMED, year=2018))
    )


TABLES: dict[str, Callable[[Reader, date], str]] = {
    "status": form(form_reading.status_table),
    "late": form(form_reading.late),
    "grouped": form(form_reading.grouped),
    "attendance": form(form_reading.attendance),
    "conclusions": form(form_reading.conclusions),
    "register": lambda connection, day: str(
        paper_reading.register(connection, TaskQuery(), day, past=day < RENAMED)
    ),
    "by unit": lambda connection, day: str(
        form_reading.status_table(connection, FormRequest(as_of=day, grouping=Grouping.UNIT))
    ),
    "indicators": case(case_reading.indicators),
    "practices": case(case_reading.practices),
    "reports due": case(case_reading.reports_due),
}


@pytest.mark.parametrize("name", TABLES)
def test_a_table_bears_the_names_of_its_day(store: Store, name: str) -> None:
    then, now = (TABLES[name](store.connection, day) for day in (SAMPLE_DAY, LATER))

    for text, other in ((then, NEW), (now, OLD)):
        # a post that was typed may name the unit in its own words
        assert not [word for word in (other["full"], other["short"]) if f"'{word}'" in text]
        assert ("Đảng bộ khác hẳn" in text) is (text is now)
    assert "Lê Thị Mới" in now
    assert "Lê Thị Mới" not in then


@pytest.mark.parametrize("kind", Paper)
def test_a_paper_of_a_past_day_bears_the_names_of_that_day(store: Store, kind: Paper) -> None:
    text = paper(kind, store.connection, LATER if kind is not Paper.REVIEW else SAMPLE_DAY)

    assert not [word for word in (*NEW.values(), "Lê Thị Mới", "khác hẳn") if word in text]


@pytest.mark.parametrize(
    "kind",
    [DocumentType.NOTICE, DocumentType.EXTRACT, DocumentType.ASSIGNMENT, DocumentType.LETTER],
)
@pytest.mark.parametrize("day", [SAMPLE_DAY, LATER])
def test_a_paper_issued_on_a_day_bears_the_names_of_that_day(
    store: Store, kind: DocumentType, day: date
) -> None:
    connection = store.connection
    conference = conference_queries.by_code(connection, CODE)
    assert conference is not None
    unit = next(u for u in unit_queries.all_units(connection) if u.short_name == NEW["short"])
    for number, type_ in ((7, DocumentType.NOTICE), (8, kind)):
        blank = replace(
            document_actions.blank(connection, type_, conference.id),
            unit_id=unit.id if type_ in (DocumentType.EXTRACT, DocumentType.LETTER) else None,
            number=number,
            issued_on=day,
        )
        if type_ is DocumentType.LETTER:
            blank = urging.worded(connection, blank, day)
        issued, _ = document_actions.issue(store, blank, day)
    report = str(issued_papers.report_of(connection, issued))

    borne, other = (NEW, OLD) if day == LATER else (OLD, NEW)
    assert borne["full"] in report
    assert other["full"] not in report
    assert not issued_papers.differs(connection, issued)
