"""Texts that are typed and not in the file: on their way there, or refused by the disk."""

from collections.abc import Callable, Hashable
from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal

from coordapp.domain.kernel.errors import CodedError

# a property of an editor whose text is no draft, or is told by its owner
NO_DRAFT = "no_draft"


@dataclass(frozen=True, slots=True, kw_only=True)
class UnsavedText:
    """A text with the field it stands in; `refused` says why the file did not take it."""

    where: str
    text: str
    refused: str = ""


@dataclass(frozen=True, slots=True)
class _Held:
    text: UnsavedText
    retry: Callable[[], object] | None


class Unsaved(QObject):
    """Every field tells it what it holds; whoever keeps drafts or closes the window asks it."""

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._held: dict[tuple[int, Hashable], _Held] = {}
        # typed into dialogs that were agreed to and are gone, until an action has taken it
        self.agreed: list[UnsavedText] = []
        # without anybody who asks, what is given up is given up
        self.ask_before: Callable[[Callable[[], None]], None] = _at_once
        self.asks_again: Callable[[CodedError], bool] = _never_again

    def keep(
        self,
        owner: QObject,
        key: Hashable,
        text: UnsavedText,
        retry: Callable[[], object] | None = None,
    ) -> None:
        """Hold a text of a field; `key` tells the records apart that the field shows in turn."""
        self._held[id(owner), key] = _Held(text, retry)
        self.changed.emit()

    def drop(self, owner: QObject, key: Hashable) -> None:
        """Forget a text: it is in the file, or was given up."""
        if self._held.pop((id(owner), key), None) is not None:
            self.changed.emit()

    def agree(self, owner: QObject, key: Hashable) -> None:
        """Hold a text of a dialog that was agreed to until an action has taken it."""
        held = self._held.pop((id(owner), key), None)
        if held is not None and held.text.text.strip():
            self.agreed.append(held.text)

    def settle(self) -> None:
        """Forget what was typed into dialogs: an action took it, or it was dealt with."""
        if self.agreed:
            self.agreed.clear()
            self.changed.emit()

    @property
    def texts(self) -> list[UnsavedText]:
        """All that is not in the file and not empty."""
        held = [one.text for one in self._held.values() if one.text.text.strip()]
        return [*self.agreed, *held]

    def besides(self, owner: QObject | None) -> list[UnsavedText]:
        """All that is not in the file, but for what this editor holds."""
        held = (one.text for (whose, _), one in self._held.items() if whose != id(owner))
        return [text for text in held if text.text.strip()]

    @property
    def refused(self) -> list[UnsavedText]:
        """What the disk did not take."""
        return [text for text in self.texts if text.refused]

    def retry(self) -> None:
        """Try once more to save what was refused."""
        for held in list(self._held.values()):
            if held.text.refused and held.retry is not None:
                held.retry()


def _at_once(give_up: Callable[[], None]) -> None:
    give_up()


def _never_again(_error: CodedError) -> bool:
    return False
