"""Overrides of Qt's own methods that cannot end the program, on the Python where they could."""

import sys
from collections.abc import Callable
from functools import wraps
from types import FunctionType
from typing import Any

from shiboken6 import Shiboken

_OURS = "coordapp."
# below, an error raised by C code (1/0, int("x"), a decode error) leaves an override of a Qt method
# half made, and PySide6 reads what is not there yet: a segmentation fault
SOUND = (3, 12)
MARK = "is_guarded"
_HOOK = "__init_subclass__"  # Python asks it of the first base that has one
# what every class of Qt is made of: one that draws an icon is no QObject
BASE: type[Any] = Shiboken.Object


def install() -> None:
    """Guard every override of a Qt method in classes of the program made from now on."""
    if sys.version_info < SOUND:
        setattr(BASE, _HOOK, classmethod(_guard_class))


def overrides(cls: type) -> list[str]:
    """Name the methods of a class that Qt calls by its own name for them."""
    foreign = [base for base in cls.__mro__ if not base.__module__.startswith(_OURS)]
    return [
        name
        for name, held in vars(cls).items()
        if isinstance(held, FunctionType)
        and not name.startswith("__")
        and any(name in vars(base) for base in foreign)
    ]


def _guard_class(cls: type[Any], /, **named: Any) -> None:
    # whoever stands behind Qt in the line of bases, such as Generic, has its turn too
    super(BASE, cls).__init_subclass__(**named)
    if cls.__module__.startswith(_OURS):
        for name in overrides(cls):
            setattr(cls, name, guarded(vars(cls)[name]))


def guarded(method: Callable[..., Any]) -> Callable[..., Any]:
    """Let an error leave a method whole: caught once by Python, it is complete."""

    @wraps(method)
    def call(*arguments: Any, **named: Any) -> Any:
        try:
            return method(*arguments, **named)
        except Exception:  # catching is what completes it
            raise

    setattr(call, MARK, True)
    return call
