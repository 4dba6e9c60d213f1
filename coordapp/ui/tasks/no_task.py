"""What stands in the middle of the register when it shows no task."""

from collections.abc import Mapping

from PySide6.QtWidgets import QWidget

from coordapp.ui.kit.navigation import TaskChip
from coordapp.ui.tasks.filters import CHIPS, TaskFilter
from coordapp.ui.widgets.empty_state import EmptyState

_APART = [
    (key, title)
    for key, title, _ in CHIPS
    if key in (TaskChip.ALL, TaskChip.DRAFT, TaskChip.GATHERING)
]


class NoTask(EmptyState):
    """Its button adds a task, or takes the filter off."""

    def __init__(self, add_text: str, parent: QWidget | None = None) -> None:
        super().__init__("", "", parent=parent)
        self._add_text = add_text

    def say_why(self, chosen: TaskFilter, counts: Mapping[str, int]) -> None:
        """Say that nothing fits the filter, or that there is nothing yet.

        `counts` say by chips what fits all else: drafts and divided tasks stand apart.
        """
        is_filtered = not chosen.is_empty
        found = [f"“{title}”: {counts[key]}" for key, title in _APART if counts.get(key)]
        if is_filtered and found:
            self.say(
                "Không có nhiệm vụ nào ở mục đang chọn",
                f"Điều kiện lọc khớp ở mục khác: {', '.join(found)}. Bấm vào mục đó để xem.",
                "Xóa bộ lọc",
            )
        elif is_filtered:
            self.say(
                "Không có nhiệm vụ nào khớp bộ lọc",
                "Hãy đổi điều kiện lọc hoặc xem lại toàn bộ danh sách.",
                "Xóa bộ lọc",
            )
        else:
            self.say(
                "Sổ chưa có nhiệm vụ nào",
                "Thêm nhiệm vụ đầu tiên, hoặc giao nhiệm vụ từ kết luận hội nghị.",
                self._add_text,
            )
