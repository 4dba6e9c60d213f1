"""What lies in the trash is counted in the office's words."""

from coordapp.domain.kernel.changes import Kind
from coordapp.domain.words.trash_words import counted


def test_the_whole_is_counted_before_its_parts():
    counts = {Kind.PROGRESS_REPORT: 2, Kind.TASK: 1, Kind.EXTENSION: 0}

    assert counted(counts) == "1 nhiệm vụ, 2 báo cáo tiến độ"


def test_every_kind_can_be_counted():
    assert all(counted({kind: 3}).startswith("3 ") for kind in Kind)
    assert counted({}) == ""
