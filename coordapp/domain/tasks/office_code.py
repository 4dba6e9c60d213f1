"""The code a task had in the register it came from; it is kept in the note, and stays there."""

_KEPT = "Mã cũ: "


def with_office_code(note: str, code: str) -> str:
    """Keep the code of another register on a line of its own."""
    line = f"{_KEPT}{code}"
    return line if not note else f"{line}\n{note}"


def office_code(note: str) -> str:
    """Give the code of another register that a note keeps; empty when it keeps none."""
    for line in note.split("\n"):
        if line.startswith(_KEPT):
            return line.removeprefix(_KEPT).strip()
    return ""
