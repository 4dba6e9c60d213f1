"""Anybody can have the register looked through, and what can be mended is mended after a copy."""

from contextlib import closing

import pytest

from coordapp.services.file import backups
from coordapp.store.file import opening
from coordapp.ui.keeping.health_dialog import HealthDialog


@pytest.fixture
def context(context_on, store, today):
    return context_on(store, today)


def shown(context, qtbot):
    dialog = HealthDialog(context)
    dialog.show()
    qtbot.waitUntil(lambda: "Đang" not in dialog.said.text())
    return dialog


def test_a_whole_register_is_told_as_such(context, qtbot):
    dialog = shown(context, qtbot)

    assert "Không phát hiện gì" in dialog.said.text()
    assert dialog.mend.isHidden()
    dialog.close()


def test_what_is_found_is_listed_mended_after_a_copy_and_looked_at_again(context, store, qtbot):
    with closing(opening.connect(store.path)) as other:
        other.execute("drop index task_parent")
    dialog = shown(context, qtbot)
    listed = dialog.found.toPlainText()

    with qtbot.waitSignal(context.messages.said) as told:
        dialog.mend.click()
    qtbot.waitUntil(lambda: "Không phát hiện gì" in dialog.said.text())

    assert "task_parent" in listed
    (copy,) = backups.listed(store.path)
    assert copy.path.name in told.args[0]
    dialog.close()


def test_damage_met_on_the_way_is_told_at_the_one_door(context, store, qtbot, caplog):
    store.path.write_bytes(b"x" * 4096)

    with qtbot.waitSignal(context.run.refused) as told:
        dialog = HealthDialog(context)
        dialog.show()

    assert told.args[0]
    assert dialog.isHidden()
