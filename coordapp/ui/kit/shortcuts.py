"""The keys of the program: made in one way here, and gathered from what is alive for the help.

Why no key with Ctrl+Shift, no Ctrl+Space and no Alt+Z: UniKey and its like take them to switch
between Vietnamese and English, and a person who types would do something else than she meant.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from PySide6.QtCore import QKeyCombination, QObject, Qt
from PySide6.QtGui import QAction, QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

COMMON = "Chung"
IN_TABLES = "Trong bảng"
WHILE_LIVE = "Khi đang họp"

_CTRL_SHIFT = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
_TAKEN = frozenset(
    (
        QKeyCombination(Qt.KeyboardModifier.ControlModifier, Qt.Key.Key_Space).toCombined(),
        QKeyCombination(Qt.KeyboardModifier.AltModifier, Qt.Key.Key_Z).toCombined(),
    )
)
_KEY_WORDS = {"Del": "Delete", "Up": "↑", "Down": "↓", "Return": "Enter"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Shortcut:
    """One line of the help: in which part of the program which keys do what."""

    group: str
    keys: tuple[str, ...]
    words: str


# what tables and fields do by themselves, without an action that could be asked
BUILT_IN = (
    Shortcut(group=IN_TABLES, keys=("F2",), words="Sửa ô đang chọn; gõ chữ cũng bắt đầu sửa"),
    Shortcut(group=IN_TABLES, keys=("Enter",), words="Mở dòng đang chọn; khi đang sửa thì lưu ô"),
    Shortcut(group=IN_TABLES, keys=("Tab",), words="Lưu ô rồi sang ô kế tiếp"),
    Shortcut(group=IN_TABLES, keys=("Esc",), words="Bỏ phần vừa gõ trong ô"),
    Shortcut(
        group=WHILE_LIVE,
        keys=("1", "2", "3", "4", "5", "6"),
        words="Điểm danh người đang chọn: mời, xác nhận, có mặt, vắng có phép, vắng không phép, dự thay",
    ),
    Shortcut(
        group=WHILE_LIVE, keys=("Esc",), words="Bỏ dòng mới còn trống; nếu không, trở lại hội nghị"
    ),
)


def action(
    owner: QWidget, text: str, keys: str | tuple[str, ...], slot: Callable[[], object]
) -> QAction:
    """Make an action whose keys work wherever the window of its owner has the focus."""
    made = QAction(text, owner)
    made.setShortcuts([QKeySequence(one) for one in _several(keys)])
    made.triggered.connect(slot)
    owner.addAction(made)
    return made


def action_here(owner: QWidget, text: str, keys: str, slot: Callable[[], object]) -> QAction:
    """Make an action whose keys work only while its owner has the focus."""
    made = action(owner, text, keys, slot)
    made.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
    return made


def action_within(owner: QWidget, text: str, keys: str, slot: Callable[[], object]) -> QAction:
    """Make an action whose keys work while its owner, or anything in it, has the focus."""
    made = action(owner, text, keys, slot)
    made.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
    return made


def key_here(owner: QWidget, text: str, keys: str, slot: Callable[[], object]) -> QShortcut:
    """Make a key without a menu entry, for a button that has the same words."""
    made = QShortcut(QKeySequence(keys), owner)
    made.setContext(Qt.ShortcutContext.WidgetShortcut)
    made.setWhatsThis(text)
    made.activated.connect(slot)
    return made


def alive(root: QWidget) -> Iterator[QAction | QShortcut]:
    """Give everything below a widget that keys set off, whoever made it."""
    for action in root.findChildren(QAction):
        if action.shortcuts():
            yield action
    yield from root.findChildren(QShortcut)


def gather(root: QWidget, groups: Mapping[QWidget, str]) -> list[Shortcut]:
    """List the keys below a widget, by the groups its parts belong to, in their order."""
    order = [COMMON, IN_TABLES, *groups.values(), WHILE_LIVE]
    every = [
        Shortcut(group=_group(live, groups), keys=keys_of(live), words=words_of(live))
        for live in alive(root)
    ]
    # several tables of one page have the same keys for the same thing
    single = dict.fromkeys((*every, *BUILT_IN))
    return sorted(single, key=lambda shortcut: order.index(shortcut.group))


def sequences_of(live: QAction | QShortcut) -> list[QKeySequence]:
    """Give the key sequences that set something off."""
    return live.shortcuts() if isinstance(live, QAction) else live.keys()


def keys_of(live: QAction | QShortcut) -> tuple[str, ...]:
    """Write the keys as the help shows them."""
    return tuple(_written(sequence) for sequence in sequences_of(live))


def words_of(live: QAction | QShortcut) -> str:
    """Say what the keys do; what an undo would undo just now is left out."""
    text = live.text() if isinstance(live, QAction) else live.whatsThis()
    return text.replace("&", "").partition(":")[0].removesuffix("…").strip()


def belongs_to_typing(keys: QKeySequence) -> bool:
    """Tell whether a Vietnamese keyboard or plain typing needs these keys itself."""
    # the stubs leave out that a sequence is indexed
    return any(_is_typing(keys[n]) for n in range(keys.count()))  # type: ignore[index]


def _is_typing(pressed: QKeyCombination) -> bool:
    modifiers = pressed.keyboardModifiers()
    if modifiers & _CTRL_SHIFT == _CTRL_SHIFT or pressed.toCombined() in _TAKEN:
        return True
    # keys above are F1, Delete and the like, keys below are letters and digits
    is_letter = pressed.key() < Qt.Key.Key_Escape
    return is_letter and not modifiers & ~Qt.KeyboardModifier.ShiftModifier


def _several(keys: str | tuple[str, ...]) -> tuple[str, ...]:
    if isinstance(keys, str):
        return (keys,) if keys else ()
    return keys


def _written(keys: QKeySequence) -> str:
    parts = keys.toString(QKeySequence.SequenceFormat.PortableText).split("+")
    return "+".join(_KEY_WORDS.get(part, part) for part in parts)


def _group(live: QObject, groups: Mapping[QWidget, str]) -> str:
    above = live.parent()
    while above is not None:
        if isinstance(above, QWidget) and above in groups:
            return groups[above]
        above = above.parent()
    return COMMON
