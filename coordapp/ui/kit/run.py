"""The one door through which errors of actions reach the person."""

import logging
from collections.abc import Callable
from dataclasses import dataclass
from typing import Generic, TypeVar

from PySide6.QtCore import QObject, Signal

from coordapp.domain.kernel.errors import (
    Cancelled,
    CodedError,
    DocumentError,
    RuleViolation,
    StoreError,
)
from coordapp.domain.words.messages import sentence
from coordapp.ui.kit.unsaved import Unsaved

T = TypeVar("T")

logger = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Outcome(Generic[T]):
    """What an action that succeeded gave back; it is true even when that is nothing."""

    value: T


class Runner(QObject):
    """Runs actions; a refused one changes nothing and says why by `refused(sentence)`."""

    begun = Signal()
    refused = Signal(str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.unsaved = Unsaved(self)

    def __call__(self, action: Callable[[], T]) -> Outcome[T] | None:
        """Run an action and give what it made; None when it was refused, which is said then.

        What was typed into a dialog that is gone by now is asked about before it is given up.
        """
        while True:
            self.begun.emit()
            try:
                outcome = Outcome(action())
            except (CodedError, Cancelled) as error:
                if isinstance(error, CodedError) and self.unsaved.asks_again(error):
                    continue
                self.show(error)
                return None
            self.unsaved.settle()
            return outcome

    def show(self, error: BaseException) -> None:
        """Say what an error means; let bugs fly to the crash hook."""
        if isinstance(error, Cancelled):
            return
        if isinstance(error, (StoreError, DocumentError)):
            logger.warning("%s", error.code)
        if isinstance(error, (RuleViolation, StoreError, DocumentError)):
            self.refused.emit(sentence(error))
            return
        raise error
