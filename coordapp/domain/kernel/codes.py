"""The codes that records are known by: letters, year and a number never given twice."""

from typing import NamedTuple


class CodeRun(NamedTuple):
    """The letters of a code, the table it stands in, which names the run too, and its least figures."""

    letters: str
    table: str
    figures: int

    def of_year(self, year: int) -> str:
        """Name the run of a year, as its counter is kept."""
        return f"{self.table}:{year}"

    def written(self, year: int, number: int) -> str:
        """Write a code: `NV-2018-001`."""
        return f"{self.letters}-{year}-{number:0{self.figures}d}"


TASK = CodeRun("NV", "task", 3)
CONFERENCE = CodeRun("HN", "conference", 2)
PROGRAMME = CodeRun("CTPH", "programme", 2)
DIRECTIVE = CodeRun("VB", "directive", 2)
INDICATOR = CodeRun("CT", "indicator", 3)
PRACTICE = CodeRun("MH", "practice", 3)
MOVEMENT = CodeRun("PT", "movement", 2)
REPORT_DUE = CodeRun("BC", "report_due", 2)

CODE_RUNS = (TASK, CONFERENCE, PROGRAMME, DIRECTIVE, INDICATOR, PRACTICE, MOVEMENT, REPORT_DUE)
