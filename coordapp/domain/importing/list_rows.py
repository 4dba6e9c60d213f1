"""Which column of a list each column of a copied table fills: by its title, else by what fits."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

from coordapp.domain.documents.secrecy import Secrecy
from coordapp.domain.importing.degrees import is_of_degrees, secret_line
from coordapp.domain.kernel.errors import RuleViolation
from coordapp.domain.kernel.text import fold, words

Rows = Sequence[Sequence[str]]
_ORDINALS = frozenset(("tt", "stt", "so tt", "so thu tu", "thu tu"))
_SMALL = frozenset(("va", "cua", "cac", "so"))  # say nothing of what a column holds


@dataclass(frozen=True, slots=True, kw_only=True)
class ListColumn:
    """A column of the list; one that only shows something is left out when it is pasted."""

    name: str
    title: str
    is_typed: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class PastedTable:
    """What was copied, laid over a list: for each line the cells by the names of their columns."""

    lines: tuple[int, ...]  # numbers of the lines that hold something, from 0
    cells: dict[int, dict[str, str]]
    left_out: tuple[str, ...]  # titles of columns that the list does not take
    secret: Mapping[int, Secrecy] = field(default_factory=dict)  # lines above ordinary


def laid_over(
    rows: Rows, columns: Sequence[ListColumn], first: str, fits: Callable[[str, str], bool]
) -> PastedTable:
    """Lay a copied table over a list; `first` is the column that may not be missing.

    `fits(name, cell)` tells whether a column can hold what a cell says.
    Raises RuleViolation: nothing_to_paste, pasted_columns_unknown, pasted_column_missing.
    """
    lines = [n for n, row in enumerate(rows) if any(cell.strip() for cell in row)]
    if not lines:
        raise RuleViolation("nothing_to_paste")
    width = max(len(rows[n]) for n in lines)
    titles = [cell.strip() for cell in rows[lines[0]]]
    titles += [""] * (width - len(titles))
    places = _by_titles(titles, columns)
    if places is None:
        titles = [""] * width
        places = _by_fit([rows[n] for n in lines], width, columns, first, fits)
    else:
        lines = lines[1:]
    if not lines:
        raise RuleViolation("nothing_to_paste")
    typed = {column.name for column in columns if column.is_typed}
    taken = {place: name for place, name in places.items() if name in typed}
    if first not in taken.values():
        title = next(column.title for column in columns if column.name == first)
        raise RuleViolation("pasted_column_missing", column=title)
    left = [titles[n] for n in range(width) if titles[n] and n not in taken]
    return PastedTable(
        lines=tuple(lines),
        cells={n: {name: _cell(rows[n], place) for place, name in taken.items()} for n in lines},
        left_out=tuple(title for title in left if fold(title) not in _ORDINALS),
        secret={n: degree for n in lines if (degree := secret_line(titles, rows[n])) is not None},
    )


def _cell(row: Sequence[str], place: int) -> str:
    return row[place].strip() if place < len(row) else ""


def _by_titles(titles: Sequence[str], columns: Sequence[ListColumn]) -> dict[int, str] | None:
    """Match titles; None where the first line is no line of titles."""
    said = [
        n
        for n, title in enumerate(titles)
        if title and fold(title) not in _ORDINALS and not is_of_degrees(title)
    ]
    places: dict[int, str] = {}
    for is_same in (_is_equal, _is_part):
        for n in said:
            free = [column for column in columns if column.name not in places.values()]
            found = [column for column in free if is_same(titles[n], column.title)]
            if n not in places and found:
                places[n] = found[0].name
    exact = sum(_is_equal(titles[n], column.title) for n in places for column in columns)
    # one word like that of a title may stand in any line; a line of titles has more of them
    is_titles = exact and (len(places) >= 2 or len(said) == 1)
    return places if is_titles or len(places) * 2 > len(said) >= 2 else None


def _is_equal(said: str, title: str) -> bool:
    return words(fold(said)) == words(fold(title))


def _is_part(said: str, title: str) -> bool:
    one, other = _meant(said), _meant(title)
    return bool(one and other) and (one <= other or other <= one)


def _meant(title: str) -> frozenset[str]:
    return frozenset(words(fold(title))) - _SMALL


def _by_fit(
    rows: Rows,
    width: int,
    columns: Sequence[ListColumn],
    first: str,
    fits: Callable[[str, str], bool],
) -> dict[int, str]:
    """Give each column the next one of the list that can hold all its cells.

    Raises RuleViolation: pasted_columns_unknown.
    """
    typed = [column for column in columns if column.is_typed]
    if width == 1:
        return {0: first}
    if width == len(columns) > len(typed):
        # copied from the list itself, with what it only shows
        return {n: column.name for n, column in enumerate(columns)}
    start = 1 if _are_ordinals(rows) and not _is_numbered(typed[0]) else 0
    places: dict[int, str] = {}
    at = 0
    for n in range(start, width):
        cells = [cell for row in rows if (cell := _cell(row, n))]
        while at < len(typed) and not all(fits(typed[at].name, cell) for cell in cells):
            at += 1
        if at == len(typed):
            titles = ", ".join(column.title for column in typed)
            raise RuleViolation("pasted_columns_unknown", count=width, titles=titles)
        places[n] = typed[at].name
        at += 1
    return places


def _are_ordinals(rows: Rows) -> bool:
    said = [_cell(row, 0).rstrip(".)") for row in rows]
    return said == [str(n) for n in range(1, len(rows) + 1)]


def _is_numbered(column: ListColumn) -> bool:
    return fold(column.title).split()[:1] in (["so"], ["nam"], ["ky"])
