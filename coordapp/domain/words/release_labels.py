"""What is said of drafts that go out without a deadline or a product."""

from collections.abc import Sequence

from coordapp.domain.conclusions.reading.release_check import Lacking
from coordapp.domain.words.deadline_labels import understood

_NAMED = 12  # lines before the rest is only counted


def lacking_lines(found: Sequence[Lacking]) -> list[str]:
    """Say of each draft what it lacks, and what its words name; those whose words do come first."""
    telling = [one for one in found if one.said or one.named]
    silent = [one for one in found if not (one.said or one.named)]
    lines = [_line(one) for one in telling[:_NAMED]]
    if len(telling) > _NAMED:
        lines.append(f"… và {len(telling) - _NAMED} nhiệm vụ nữa mà lời có nêu.")
    for words, codes in (
        ("Chưa có hạn", [one.task.code for one in silent if one.no_deadline]),
        ("Chưa có sản phẩm", [one.task.code for one in silent if one.no_product]),
    ):
        if codes:
            more = f" và {len(codes) - _NAMED} nữa" if len(codes) > _NAMED else ""
            lines.append(f"{words}: {', '.join(codes[:_NAMED])}{more}.")
    return lines


def _line(one: Lacking) -> str:
    parts = []
    if one.no_deadline:
        said = f", lời nêu “{one.said.wording}” → {understood(one.said)}" if one.said else ""
        parts.append(f"chưa có hạn{said}")
    if one.no_product:
        named = f", lời nêu “{one.named}”" if one.named else ""
        parts.append(f"chưa có sản phẩm{named}")
    return f"⚠ {one.task.code}: {'; '.join(parts)}."
