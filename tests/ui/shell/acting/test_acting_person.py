"""The log names who acts: asked once, kept with the settings, never in the register."""

import pytest

from coordapp.domain.kernel.history import HistoryQuery
from coordapp.services.committee import committee_actions
from coordapp.settings import ACTING_PERSON, Settings
from coordapp.store.queries import history_queries, unit_queries
from coordapp.ui.shell.acting.acting_dialog import ActingPersonDialog
from tests.build import a_unit


def last_who(store):
    return history_queries.find(store.connection, HistoryQuery(), 1)[0].who


def rename(store, name):
    unit = unit_queries.all_units(store.connection)[0]
    committee_actions.edit_unit(store, a_unit(id=unit.id, name=name, short_name=unit.short_name))


def test_who_was_named_is_in_the_log_and_in_the_next_window(open_window, sample, tmp_path) -> None:
    window = open_window(sample)
    account = sample.who
    window.acting.ask_once()
    dialog = window.findChild(ActingPersonDialog)
    dialog.name.setText("  Nguyễn  Thị Thủy ")
    dialog.accept()
    rename(sample, "Tên mới")

    assert last_who(sample) == "Nguyễn Thị Thủy" != account
    assert window.acting.button.text() == "Nguyễn Thị Thủy"
    assert Settings(tmp_path / "settings.json").get(ACTING_PERSON) == "Nguyễn Thị Thủy"
    sample.act_as("")
    again = open_window(sample)
    assert sample.who == "Nguyễn Thị Thủy"
    again.acting.ask_once()
    assert again.findChild(ActingPersonDialog) is None


def test_who_does_not_say_is_asked_once_and_may_say_later(open_window, sample) -> None:
    window = open_window(sample)
    account = sample.who
    window.acting.ask_once()
    window.findChild(ActingPersonDialog).reject()
    rename(sample, "Tên mới")
    assert last_who(sample) == account

    window.acting.ask_once()
    assert [one for one in window.findChildren(ActingPersonDialog) if one.isVisible()] == []
    window.acting.button.click()
    later = next(one for one in window.findChildren(ActingPersonDialog) if one.isVisible())
    assert later.mistakes()
    later.name.setText("Lê An")
    later.accept()
    rename(sample, "Tên khác")
    assert last_who(sample) == "Lê An"


@pytest.mark.parametrize("name", ["R&D <b>", "x" * 300])
def test_any_name_is_shown_as_it_is_and_leaves_the_window_its_width(
    open_window, sample, name
) -> None:
    window = open_window(sample)
    dialog = window.acting.ask()
    dialog.name.setText(name)
    dialog.accept()
    window.resize(911, 512)

    assert sample.who == name
    assert name in window.acting.button.toolTip()
    assert window.width() == 911
