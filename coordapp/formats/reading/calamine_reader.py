"""The values of a workbook by calamine, each sheet sent as soon as it is read."""

import python_calamine

from coordapp.formats.reading import frames
from coordapp.formats.reading.limits import MOST_CELLS
from coordapp.formats.reading.refusal import Refused

_ERRORS = (python_calamine.CalamineError, OSError, ValueError, TypeError, OverflowError)


def read(path: str, put: frames.Put) -> None:
    """Send every sheet. Raises Refused: source_password, source_damaged, source_too_long."""
    try:
        # from the content: by its name the library would believe a file to be of another kind
        with open(path, "rb") as file, python_calamine.CalamineWorkbook.from_filelike(file) as book:  # noqa: PTH123
            _send(book, put)
    except python_calamine.PasswordError as error:
        raise Refused("source_password") from error
    except _ERRORS as error:
        raise Refused("source_damaged", detail=str(error)[:500]) from error


def _send(book: python_calamine.CalamineWorkbook, put: frames.Put) -> None:
    about = [
        meta for meta in book.sheets_metadata if meta.typ is python_calamine.SheetTypeEnum.WorkSheet
    ]
    cells = 0
    for number, meta in enumerate(about):
        put("step", (number, len(about)))
        sheet = book.get_sheet_by_name(meta.name)
        cells += sheet.total_height * sheet.total_width
        if cells > MOST_CELLS:
            raise Refused("source_too_long", cell=f"R{sheet.total_height}C{sheet.total_width}")
        merged = [
            (top + 1, left + 1, bottom + 1, right + 1)
            for (top, left), (bottom, right) in sheet.merged_cell_ranges or ()
        ]
        is_hidden = meta.visible is not python_calamine.SheetVisibleEnum.Visible
        put("sheet", {"name": meta.name, "is_hidden": is_hidden, "merged": merged})
        frames.put_rows(put, sheet.to_python(skip_empty_area=False))
