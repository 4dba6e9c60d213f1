"""The codes that records are known by: letters, year and a number never given twice."""

from typing import NamedTuple

from coordapp.store import Work


class CodeRun(NamedTuple):
    """The letters of a code, the run it is counted in, and its least figures."""

    letters: str
    run: str
    figures: int


PROGRAMME = CodeRun("CTPH", "programme", 2)
DIRECTIVE = CodeRun("VB", "directive", 2)
INDICATOR = CodeRun("CT", "indicator", 3)
PRACTICE = CodeRun("MH", "practice", 3)
MOVEMENT = CodeRun("PT", "movement", 2)
REPORT_DUE = CodeRun("BC", "report_due", 2)


def code_of(work: Work, run: CodeRun, year: int) -> str:
    """Take the next code of a year."""
    number = work.next_number(f"{run.run}:{year}")
    return f"{run.letters}-{year}-{number:0{run.figures}d}"
