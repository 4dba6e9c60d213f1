"""How much of a file is read, and how much of the machine reading it may take.

The libraries that read workbooks guard against nothing: a megabyte may unfold to gigabytes, and
one cell in the last corner asks for a grid of seventeen thousand million cells.
Source: resources/docs/forms.md 6.3.
"""

import sys

MOST_BYTES = 50_000_000
MOST_UNPACKED = 200_000_000
MOST_RATIO = 100  # unpacked to packed; below a few megabytes it harms nobody
RATIO_FROM = 10_000_000
MOST_PARTS = 2_000
MOST_ROWS = 100_000
MOST_CELLS = 5_000_000  # of the grid up to the last row and column with a value
MOST_MARKS = 200_000  # merged areas, comments and the like of one sheet
MOST_MEMORY = 1_500_000_000
MOST_SECONDS = 120.0


def hold_memory(most: int) -> None:
    """Have the system refuse this process more memory than `most` bytes."""
    if sys.platform == "win32":
        from coordapp.formats.reading import windows_limits

        windows_limits.hold_memory(most)
        return
    import resource

    _, hard = resource.getrlimit(resource.RLIMIT_AS)
    if hard != resource.RLIM_INFINITY:
        most = min(most, hard)
    resource.setrlimit(resource.RLIMIT_AS, (most, hard))
