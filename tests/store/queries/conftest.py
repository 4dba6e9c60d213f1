"""A small office: two units, a conference of two conclusions, a task of each unit."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

import pytest

from coordapp.domain.committee.unit import Unit
from coordapp.domain.conclusions.conclusion import Conclusion
from coordapp.domain.conferences.conference import Conference, ConferenceState
from coordapp.domain.tasks.task import Task
from coordapp.services.committee import committee_actions
from coordapp.services.conclusions import assignment_actions, conclusion_actions
from coordapp.services.conferences import conference_actions
from coordapp.store import Store
from tests.build import a_conclusion, a_conference, a_unit, fan_out
from tests.founding import new_store, set_up

TODAY = date(2018, 3, 31)


@dataclass(frozen=True)
class Office:
    """What the queries are put to; the tasks are drafts, for no notice was issued."""

    store: Store
    farmers: Unit
    youth: Unit
    conference: Conference
    first: Conclusion
    second: Conclusion
    task: Task


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Office]:
    store = new_store(tmp_path / "so.db", now=lambda: datetime(2018, 3, 31, 9, 0))
    set_up(store)
    farmers = committee_actions.add_unit(
        store, a_unit(name="Hội Nông dân tỉnh", short_name="HND", position=1)
    )
    youth = committee_actions.add_unit(store, a_unit(name="Tỉnh Đoàn", short_name="TĐ", position=2))
    conference = conference_actions.add(
        store, a_conference(code="", state=ConferenceState.HELD, title="Giao ban quý I"), TODAY
    )
    first, second = (
        conclusion_actions.add(
            store, a_conclusion(conference_id=conference.id, number=0, text=text)
        )
        for text in ("Rà soát hộ vay vốn", "Sơ kết phong trào")
    )
    changes = fan_out((first.id,), (farmers.id,), due=date(2018, 4, 10))
    (task,) = assignment_actions.assign(store, changes, TODAY)
    yield Office(
        store=store, farmers=farmers, youth=youth, conference=conference, first=first,
        second=second, task=task,
    )  # fmt: skip
    store.close()
