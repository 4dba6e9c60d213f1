"""Parts of which one is seen: what is hidden asks for no room."""

from PySide6.QtWidgets import QWidget

from coordapp.ui.kit.seen_stack import SeenStack


def test_only_the_part_that_is_seen_asks_for_room(qtbot):
    stack = SeenStack()
    qtbot.addWidget(stack)
    low, high = QWidget(), QWidget()
    low.setMinimumSize(50, 60)
    high.setMinimumSize(500, 900)
    for part in (low, high):
        stack.addWidget(part)
    low_hint = stack.minimumSizeHint()

    stack.setCurrentWidget(high)

    assert low_hint == low.minimumSizeHint()
    assert stack.minimumSizeHint() == high.minimumSizeHint()
