"""The four ways work can end without success; everything else is a bug.

Each carries a `code` and parameters; the sentence for a person is in `domain/words/messages.py`.
"""

from pathlib import Path


class CodedError(Exception):
    """An error with a stable code and the values its sentence needs."""

    def __init__(self, code: str, /, **params: object) -> None:
        super().__init__(code, params)
        self.code = code
        self.params = params


class RuleViolation(CodedError):
    """The person asked for something the rules do not allow; it can be mended by the person."""


class StoreError(CodedError):
    """The database file cannot be used as asked: missing, damaged, locked, full, too new."""


class DocumentError(CodedError):
    """A paper or table could not be written."""

    def __init__(self, code: str, path: Path, /, **params: object) -> None:
        super().__init__(code, path=path, **params)
        self.path = path


class Cancelled(Exception):
    """The person stopped a long piece of work; nothing is left behind."""
