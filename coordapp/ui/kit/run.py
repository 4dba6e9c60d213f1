"""The one door through which errors of actions reach the person."""

import logging
from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject, Signal

from coordapp.domain.kernel.errors import (
    Cancelled,
    CodedError,
    DocumentError,
    RuleViolation,
    StoreError,
)
from coordapp.domain.words.messages import sentence

logger = logging.getLogger(__name__)


class Runner(QObject):
    """Runs actions; a refused one changes nothing and says why by `refused(sentence)`."""

    refused = Signal(str)

    def __call__(self, action: Callable[[], Any]) -> bool:
        """Run an action; tell whether it succeeded."""
        try:
            action()
        except (CodedError, Cancelled) as error:
            self.show(error)
            return False
        return True

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
