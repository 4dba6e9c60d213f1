"""What is secret does not get into the register: refused at the field, warned of in a text."""

from datetime import date

import pytest

from coordapp.domain.documents.secrecy import Secrecy
from coordapp.domain.kernel.errors import RuleViolation
from coordapp.domain.kernel.ids import TaskId
from coordapp.domain.tasks.queries import TaskQuery
from coordapp.domain.tasks.task import Task
from coordapp.services.tasks import task_actions
from coordapp.services.tasks.task_actions import TaskDraft
from coordapp.store.queries import task_queries
from coordapp.ui.tasks.extend_dialog import ExtendDialog
from coordapp.ui.tasks.report_dialog import ReportDialog
from coordapp.ui.tasks.task_dialog import TaskDialog
from tests.build import a_task

TODAY = date(2018, 3, 31)
EMPTY = TaskDraft(task=Task(id=TaskId(0), code="", title=""))


@pytest.fixture
def dialog(qtbot):
    made = TaskDialog(None, EMPTY, [], TODAY)
    qtbot.addWidget(made)
    made.title.setText("Rà soát")
    return made


def choose(dialog, secrecy):
    dialog.secrecy.setCurrentIndex(dialog.secrecy.findData(secrecy.value))
    dialog.secrecy.activated.emit(dialog.secrecy.currentIndex())


@pytest.mark.parametrize("secrecy", set(Secrecy) - {Secrecy.ORDINARY})
def test_a_degree_above_ordinary_is_refused_at_once_and_at_the_end(dialog, secrecy):
    choose(dialog, secrecy)
    assert "bí mật nhà nước" in dialog._errors[dialog._degrees].text()

    dialog.accept()

    assert dialog.result() == 0
    assert "bí mật nhà nước" in dialog._errors[dialog._degrees].text()


def test_of_a_new_secret_task_number_and_day_alone_are_asked_and_kept(dialog, store):
    dialog.content.setPlainText("Diễn tập")
    choose(dialog, Secrecy.TOP_SECRET)
    assert not dialog.title.isEnabled()
    dialog.secret.number.setText("12-KH/TU")
    dialog.secret.day.setText("5/3/2018")

    dialog.accept()
    kept = task_actions.add(store, dialog.draft(), TODAY)

    assert dialog.result() == 1
    assert kept.title == "Văn bản mật số 12-KH/TU ngày 05/3/2018, xem bản giấy"
    assert (kept.content, kept.lead_unit_id, kept.due) == ("", None, None)


@pytest.mark.parametrize("number", ["", "theo kế hoạch diễn tập", "12-KH/TU về diễn tập"])
def test_what_is_no_number_is_not_kept_of_a_secret_task(dialog, number):
    choose(dialog, Secrecy.SECRET)
    dialog.secret.number.setText(number)

    dialog.accept()

    assert dialog.result() == 0


def test_back_at_ordinary_the_task_is_taken(dialog):
    choose(dialog, Secrecy.SECRET)
    choose(dialog, Secrecy.ORDINARY)

    dialog.accept()

    assert dialog.result() == 1
    assert dialog.draft().secrecy is Secrecy.ORDINARY


def test_the_actions_refuse_it_too(store):
    draft = TaskDraft(task=a_task(), secrecy=Secrecy.SECRET)
    with pytest.raises(RuleViolation, match="secret_refused"):
        task_actions.add(store, draft, TODAY)
    kept = task_actions.add(store, TaskDraft(task=a_task()), TODAY)

    with pytest.raises(RuleViolation, match="secret_refused"):
        task_actions.edit(store, TaskDraft(task=kept, secrecy=Secrecy.ABSOLUTE), TODAY)

    assert len(task_queries.find(store.connection, TaskQuery(), TODAY)) == 1


def test_a_stamp_in_a_text_is_warned_of_without_standing_in_the_way(dialog):
    assert dialog.warning.text() == ""

    dialog.content.setPlainText("Theo kế hoạch số 12 (Mật)")

    assert "“MẬT”" in dialog.warning.text()
    dialog.accept()
    assert dialog.result() == 1


@pytest.mark.parametrize(
    ("make", "field"),
    [
        (lambda: ReportDialog(None, a_task(), [], TODAY), "evidence"),
        (lambda: ExtendDialog(None, a_task(), TODAY), "paper"),
    ],
    ids=["report", "extension"],
)
def test_a_stamp_beside_the_number_of_a_paper_is_warned_of(qtbot, make, field):
    opened = make()
    qtbot.addWidget(opened)

    getattr(opened, field).setText("12/BC-BCĐ, TỐI MẬT")

    assert "“TỐI MẬT”" in opened.warning.text()
