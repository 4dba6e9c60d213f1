"""The record of a hand-over: what is in the locked file, and who gave it to whom."""

from coordapp.domain.documents.handover import HandoverReport
from coordapp.domain.kernel.attachment import size_in_words
from coordapp.formats.papers import wording
from coordapp.formats.papers.blocks import (
    Composition,
    Ending,
    Heading,
    Letterhead,
    Mark,
    PaperColumn,
    PaperRow,
    PaperSheet,
    PaperTable,
    Signature,
    Text,
    Title,
)
from coordapp.formats.papers.wording import BLANK

_COLUMNS = (
    PaperColumn(title="TT", width=12, centred=True),
    PaperColumn(title="Nội dung", width=108),
    PaperColumn(title="Số lượng", width=40, centred=True),
)


def composed(report: HandoverReport) -> Composition:
    """Put the record together."""
    day = report.at.date()
    rows = [*report.counts, ("Tệp đính kèm", report.attachments)]
    return Composition(
        committee=report.committee,
        style=report.committee.document_style,
        title=f"Biên bản bàn giao {report.file_name}",
        code=report.sha256[:16],
        sheets=(
            PaperSheet(
                blocks=(
                    Letterhead(day=wording.place_and_date(report.committee.place, day)),
                    Title(
                        kind="BIÊN BẢN BÀN GIAO",
                        subject="Sổ theo dõi của Ban Chỉ đạo và tệp dữ liệu",
                        mark=Mark.RULE,
                    ),
                    Text(text=f"Bên giao: {BLANK}{BLANK}"),
                    Text(text=f"Bên nhận: {BLANK}{BLANK}"),
                    Heading(text="1. Tệp bàn giao"),
                    Text(
                        text=f"Một tệp {report.file_name} ({size_in_words(report.size)}), khóa bằng mật "
                        f"khẩu theo AES-256, lập lúc {report.at:%H giờ %M}. Mật khẩu giao riêng, không "
                        "ghi trong biên bản này."
                    ),
                    Text(text=f"Mã SHA-256 của tệp: {_in_groups(report.sha256)}"),
                    Text(text=f"Mã SHA-256 của sổ bên trong: {_in_groups(report.register_sha256)}"),
                    Text(text=f"Dòng cuối của nhật ký: {_in_groups(report.newest_entry)}"),
                    Heading(text="2. Nội dung"),
                    PaperTable(
                        columns=_COLUMNS,
                        rows=tuple(
                            PaperRow(cells=(str(number), name, str(count)))
                            for number, (name, count) in enumerate(rows, start=1)
                        ),
                    ),
                    Text(
                        text="Bên nhận đã mở tệp bằng mật khẩu, đối chiếu số lượng và mã SHA-256 khớp với "
                        "biên bản. Biên bản lập thành hai bản, mỗi bên giữ một bản."
                    ),
                    Ending(
                        left=Signature(posts=("BÊN GIAO",), name=""),
                        right=Signature(posts=("BÊN NHẬN",), name=""),
                    ),
                )
            ),
        ),
    )


def _in_groups(text: str) -> str:
    """Write a hash so that two people can read it to each other."""
    return " ".join(text[at : at + 8] for at in range(0, len(text), 8))
