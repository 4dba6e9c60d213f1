"""Views of the register have names of their own, and none hides a shipped one."""

import pytest

from coordapp.domain.kernel.errors import RuleViolation
from coordapp.domain.tasks.register_view import SHIPPED_NAMES
from coordapp.services.tasks import register_view_actions
from coordapp.store.queries import task_queries


@pytest.fixture
def view(store):
    return register_view_actions.add(store, "  Của   tỉnh ", "{}")


def views(store):
    return task_queries.register_views(store.connection)


def test_a_view_is_saved_under_its_name_on_one_line(store, view):
    assert views(store) == [view]
    assert (view.name, view.shape) == ("Của tỉnh", "{}")


def test_a_view_is_renamed_reshaped_and_deleted(store, view):
    register_view_actions.rename(store, view.id, "Của huyện")
    register_view_actions.update(store, view.id, '{"a": 1}')
    (changed,) = views(store)
    register_view_actions.delete(store, view.id)

    assert (changed.name, changed.shape, views(store)) == ("Của huyện", '{"a": 1}', [])


def test_a_view_keeps_its_own_name_in_other_letters(store, view):
    register_view_actions.rename(store, view.id, "CỦA TỈNH")

    assert views(store)[0].name == "CỦA TỈNH"


@pytest.mark.parametrize("name", ["của tỉnh", "Cua Tinh", SHIPPED_NAMES[1], "qua han"])
def test_a_name_that_is_taken_is_refused(store, view, name):
    with pytest.raises(RuleViolation, match="view_name_taken"):
        register_view_actions.add(store, name, "{}")


@pytest.mark.parametrize("name", ["", "  "])
def test_a_view_needs_a_name(store, view, name):
    with pytest.raises(RuleViolation, match="view_name_missing"):
        register_view_actions.rename(store, view.id, name)
