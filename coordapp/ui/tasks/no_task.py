"""What stands in the middle of the register when it shows no task."""

from PySide6.QtWidgets import QWidget

from coordapp.ui.widgets.empty_state import EmptyState


class NoTask(EmptyState):
    """Its button adds a task, or takes the filter off."""

    def __init__(self, add_text: str, parent: QWidget | None = None) -> None:
        super().__init__("", "", parent=parent)
        self._add_text = add_text

    def say_why(self, *, is_filtered: bool) -> None:
        """Say that nothing fits the filter, or that there is nothing yet."""
        if is_filtered:
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
