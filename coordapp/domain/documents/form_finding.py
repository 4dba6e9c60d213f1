"""One thing that a paper has against its form: where, what is required, what was found."""

from dataclasses import dataclass

BLANK = "để trống"


@dataclass(frozen=True, slots=True, kw_only=True)
class FormFinding:
    """One thing to put right; what `must` be put right makes the paper wrong."""

    place: str
    required: str
    found: str
    must: bool = True


def blank(place: str, required: str, *, must: bool = True) -> FormFinding:
    """Say that nothing stands there."""
    return FormFinding(place=place, required=required, found=BLANK, must=must)
