"""What is asked before something is deleted together with what hangs on it."""

from PySide6.QtWidgets import QWidget

from coordapp.domain.conferences.conference import AttendanceState, Conference
from coordapp.store import Reader
from coordapp.store.queries import conference_queries
from coordapp.ui.widgets.question import agrees


def agrees_to_delete(parent: QWidget, text: str, more: str, yes: str) -> bool:
    """Ask; Esc and Enter keep everything."""
    return agrees(parent, title="Xóa", text=text, more=more, yes=yes, no="Giữ lại")


def what_goes(reader: Reader, item: Conference, conclusions: int) -> str:
    """Name what was entered by hand in a conference; empty when it holds nothing of the kind."""
    # members are invited by the program when a conference is added
    entered = [
        a
        for a in conference_queries.attendances(reader, item.id)
        if a.person_id is None or a.state is not AttendanceState.INVITED
    ]
    counts = (
        (conclusions, "kết luận"),
        (len(conference_queries.agenda(reader, item.id)), "mục chương trình"),
        (len(entered), "người dự"),
        (len(conference_queries.speeches(reader, item.id)), "phát biểu"),
    )
    return ", ".join(f"{count} {words}" for count, words in counts if count)
