"""The check that somebody asks for says what was found and whether a repair helps."""

import sqlite3
from contextlib import closing

import pytest

from coordapp.services.file import checking


def test_a_whole_register_has_nothing_to_say(store):
    found = checking.check(store.path)

    assert found.sentences == ()
    assert not found.is_mendable


@pytest.mark.parametrize(
    ("deed", "is_mendable"),
    [
        ("drop index task_parent", True),
        ("create table other (id integer) strict", False),
    ],
)
def test_what_is_found_is_told_with_what_helps(store, deed, is_mendable):
    store.close()
    with closing(sqlite3.connect(store.path, isolation_level=None)) as raw:
        raw.execute(deed)

    found = checking.check(store.path)

    assert len(found.sentences) == 1
    assert found.is_mendable == is_mendable
