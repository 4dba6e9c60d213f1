"""What a screen reader is told of a window, as the system would ask for it."""

from collections.abc import Iterator

from PySide6.QtCore import QAbstractListModel, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QAbstractItemView, QAbstractScrollArea, QTabWidget, QWidget

from coordapp.ui.widgets.reading_order import stops

# roles that say nothing of what a control does
MUTE = (QAccessible.Role.NoRole, QAccessible.Role.Client, QAccessible.Role.Window)


def asked(widget: QWidget, what: QAccessible.Text) -> str:
    """Give what the system tells of a widget, empty where it tells nothing."""
    told = QAccessible.queryAccessibleInterface(widget)
    return "" if told is None else told.text(what).strip()


def role(widget: QWidget) -> QAccessible.Role:
    told = QAccessible.queryAccessibleInterface(widget)
    return QAccessible.Role.NoRole if told is None else told.role()


def nameless(root: QWidget) -> list[str]:
    """Name the controls at which Tab stops and of which nothing is said."""
    return [_place(one) for one in stops(root) if not asked(one, QAccessible.Text.Name)]


def roleless(root: QWidget) -> list[str]:
    """Name the controls at which Tab stops without anything telling what can be done there."""
    # what only scrolls or holds pages is a pane, and is named
    panes = (QAbstractScrollArea, QTabWidget)
    controls = (one for one in stops(root) if not isinstance(one, panes))
    return [_place(one) for one in controls if role(one) in MUTE]


def _place(widget: QWidget) -> str:
    names = []
    above: QWidget | None = widget
    while above is not None and len(names) < 4:
        names.append(type(above).__name__)
        above = above.parentWidget()
    return " in ".join(names)


def silent_cells(table: QAbstractItemView, most: int = 20) -> Iterator[str]:
    """Name the cells that show a picture and say nothing."""
    model = table.model()
    columns = 1 if isinstance(model, QAbstractListModel) else model.columnCount()
    for row in range(min(model.rowCount(), most)):
        for column in range(columns):
            at = model.index(row, column)
            said = (Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.DisplayRole)
            drawn = at.data(Qt.ItemDataRole.DecorationRole)
            if drawn is not None and not any(str(at.data(one) or "").strip() for one in said):
                yield f"{type(model).__name__} row {row} column {column}"
