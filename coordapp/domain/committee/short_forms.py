"""The short forms an office writes, one a line: `LLVT = lực lượng vũ trang`."""

import re
from functools import lru_cache

from coordapp.domain.kernel.errors import RuleViolation
from coordapp.domain.kernel.matching import Run, Sought, tokens, wanted
from coordapp.domain.kernel.text import one_line

USUAL = """\
BCĐ = ban chỉ đạo
BCH = ban chấp hành
BTV = ban thường vụ
BTG = ban tuyên giáo
BDV = ban dân vận
BCHQS = bộ chỉ huy quân sự; ban chỉ huy quân sự
LLVT = lực lượng vũ trang
MTTQ = mặt trận tổ quốc
CT-XH; CTXH = chính trị - xã hội
KT-XH; KTXH = kinh tế - xã hội
QP-AN; QPAN = quốc phòng, an ninh; quốc phòng - an ninh
ANTT = an ninh trật tự; an ninh, trật tự
UBND = ủy ban nhân dân
HĐND = hội đồng nhân dân
LĐLĐ = liên đoàn lao động
HND = hội nông dân
HLHPN = hội liên hiệp phụ nữ
CCB = cựu chiến binh
CBCCVC = cán bộ, công chức, viên chức
DVK = dân vận khéo
QCDC = quy chế dân chủ
DTTS = dân tộc thiểu số
NTM = nông thôn mới
CCHC = cải cách hành chính"""
_SIDES = re.compile(r"\s*[=:]\s*")
_APART = re.compile(r"[=:;]")


def read_lines(text: str) -> list[tuple[Run, ...]]:
    """Give for each line the runs of words that stand for each other; others say nothing."""
    lines = (tuple(filter(None, map(tokens, _APART.split(line)))) for line in text.splitlines())
    return [runs for runs in lines if len(runs) > 1]


# asked with every letter, of the same few texts
_known_lines = lru_cache(maxsize=4)(read_lines)


def sought(typed: str, text: str = USUAL) -> Sought:
    """Read what is typed into a search; `text` are the lines of the office, else the usual ones."""
    return wanted(typed, _known_lines(text))


def tidied(text: str) -> str:
    """Write the lines as they are kept. Raises RuleViolation: short_form_unreadable."""
    lines = [one_line(line) for line in text.splitlines()]
    for line in filter(None, lines):
        if len(read_lines(line)) != 1:
            raise RuleViolation("short_form_unreadable", line=line)
    return "\n".join(_SIDES.sub(" = ", line) for line in lines if line)
