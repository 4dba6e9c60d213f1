"""What gave a task and what it lies below is chosen by hand, in the form of the task."""

from dataclasses import replace
from datetime import date

import pytest

from coordapp.domain.tasks.task import Origin
from coordapp.services.tasks import task_actions
from coordapp.services.tasks.task_actions import TaskDraft
from coordapp.store.file.tables import TASKS
from coordapp.store.queries import assignment_queries
from coordapp.ui.tasks.task_dialog import TaskDialog
from tests.build import a_task

TODAY = date(2018, 3, 31)


@pytest.fixture
def open_form(qtbot, sample):
    def build(task) -> TaskDialog:
        made = TaskDialog(
            None,
            TaskDraft(task=task),
            (),
            TODAY,
            sources=lambda: assignment_queries.sources(sample.connection, task.id),
        )
        qtbot.addWidget(made)
        made.show()
        return made

    return build


def picked(box, words: str) -> None:
    row = next(n for n in range(box.count()) if words in box.itemText(n))
    box.setCurrentIndex(row)
    box.activated.emit(row)


def test_a_conclusion_chosen_by_hand_brings_its_words_and_its_ground(open_form, sample) -> None:
    form = open_form(a_task(code=""))
    form.show_part("place")

    picked(form.place.conclusion, "kết luận 2")

    task = task_actions.add(sample, form.draft(), TODAY)
    held = TASKS.get(sample.connection, task.id)
    assert held.origin is Origin.CONCLUSION
    assert held.quoted.startswith("Rà soát các chỉ tiêu")
    assert held.conclusion_id is not None


def test_words_typed_by_hand_stay_when_another_paper_is_chosen(open_form) -> None:
    form = open_form(a_task(code="", quoted="nguyên văn tôi chép"))
    form.show_part("place")

    picked(form.place.section, "09-NQ/TU")

    assert form.draft().task.quoted == "nguyên văn tôi chép"
    assert form.draft().task.origin is Origin.DIRECTIVE


def test_a_form_that_was_only_opened_changes_nothing(open_form, sample) -> None:
    for task in TASKS.where(sample.connection, "1"):
        form = open_form(task)
        form.show_part("place")

        assert form.place.placed(task) == task


def test_a_day_that_cannot_be_read_is_told_on_its_own_page(open_form) -> None:
    form = open_form(a_task(code=""))
    form.show_part("place")
    form.place.assigned.setText("hôm nao")
    form.show_part("work")

    form.accept()

    assert form.parts_bar.current() == "place"
    assert form.place.error.text()


def test_a_task_is_put_below_another_in_the_form(open_form, sample) -> None:
    alone = next(
        task for task in TASKS.where(sample.connection, "parent_id is null") if not task.due
    )
    parent = next(
        task
        for task in TASKS.where(sample.connection, "parent_id is null and due is not null")
        if task.id != alone.id
    )
    form = open_form(replace(alone))
    form.show_part("place")

    picked(form.place.above, parent.code)

    task_actions.edit(sample, form.draft(), TODAY)
    assert TASKS.get(sample.connection, alone.id).parent_id == parent.id
