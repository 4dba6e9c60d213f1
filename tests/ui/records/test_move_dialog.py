"""The question asked once of all deadlines that move later."""

from datetime import date

from coordapp.domain.tasks.task import Ground
from coordapp.ui.records.move_dialog import MoveDialog
from tests.build import a_task

TODAY = date(2018, 3, 31)


def test_no_deadline_moves_without_a_reason(qtbot) -> None:
    dialog = MoveDialog(None, [a_task(due=TODAY)], TODAY, due=date(2018, 6, 30))
    qtbot.addWidget(dialog)
    dialog.accept()

    assert dialog.result() == 0


def test_an_extension_has_its_paper_and_a_correction_only_its_reason(qtbot) -> None:
    dialog = MoveDialog(None, [a_task(due=TODAY)], TODAY)
    qtbot.addWidget(dialog)
    dialog.reason.setText("chờ kinh phí")
    dialog.paper.setText("12-CV/BCĐ")
    extension = dialog.draft().move
    dialog.correction.setChecked(True)
    correction = dialog.draft().move

    assert extension is not None
    assert (extension.ground, extension.paper, extension.approved_on) == (
        Ground.EXTENSION,
        "12-CV/BCĐ",
        TODAY,
    )
    assert correction is not None
    assert (correction.ground, correction.paper) == (Ground.CORRECTION, "")
