"""Earlier conclusions are counted by how far they are."""

from datetime import date

from coordapp.domain.conclusions.conclusion import Coverage
from coordapp.domain.conclusions.review import FINISHED, ReviewReport
from tests.domain.conclusions.test_rows import a_row


def test_a_review_counts_conclusions_that_are_as_far_as_asked():
    rows = (a_row(), a_row(1, tasks_done=1), a_row(reason="Chỉ ghi nhận"), a_row(1))
    report = ReviewReport(
        conference_code="HN-2018-02", as_of=date(2018, 3, 31), previous_title="Hội nghị",
        previous_held_on=None, rows=rows,
    )  # fmt: skip

    assert report.count(Coverage.DONE) == 1
    assert report.count(*FINISHED) == 2
    assert report.count(*Coverage) == len(rows)
