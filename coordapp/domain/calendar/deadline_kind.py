"""The kinds of deadline a paper gives."""

from enum import Enum


class DeadlineKind(Enum):
    """What kind of deadline the paper gave."""

    DATE = "date"
    PERIODIC = "periodic"
    ONGOING = "ongoing"
    NONE = "none"
