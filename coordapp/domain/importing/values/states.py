"""The state of a task in the words of a register: by the whole phrase, not by its first words.

`Hoàn thành 80 %` is not done, `Chưa xong` is begun, `Chậm` says nothing of how far the work is.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import lru_cache

from coordapp.domain.kernel.text import fold, one_line, words
from coordapp.domain.tasks.task import WorkState
from coordapp.domain.words.labels import WORK_STATE

_PHRASES: Mapping[WorkState, str] = {
    WorkState.DONE: (
        "hoan thanh, xong, da xong, da thuc hien, da hoan thanh, hoan tat, da hoan tat, da lam xong, "
        "lam xong, da ket thuc, ket thuc, da thuc hien xong, thuc hien xong, da hoan thanh xong, ht, "
        "da ht, dat, xong roi, hoan thanh toan bo, da hoan thanh toan bo, hoan thanh nhiem vu, "
        "da hoan thanh nhiem vu, da xong het"
    ),
    WorkState.NOT_STARTED: (
        "chua thuc hien, chua trien khai, chua lam, moi giao, chua bat dau, chua, chua th, chua tien hanh, "
        "chua co gi, chua dong, chua trien khai thuc hien, chua xu ly, moi nhan, chua nhan"
    ),
    WorkState.IN_PROGRESS: (
        "dang thuc hien, dang trien khai, dang lam, chua hoan thanh, dang xu ly, tiep tuc thuc hien, "
        "dang th, chua xong, dang, dang tien hanh, dang do, dang trien khai thuc hien, chua ht, "
        "dang hoan thien, dang hoan thanh, tiep tuc, dang chuan bi, chua hoan tat, da trien khai"
    ),
    WorkState.AWAITING_CONFIRMATION: (
        "cho xac nhan, cho duyet, cho nghiem thu, cho phe duyet, cho y kien, da bao cao cho duyet, "
        "cho kiem tra, cho tham dinh, cho cong nhan"
    ),
    WorkState.ON_HOLD: "tam hoan, tam dung, hoan, tam ngung, tam ngung thuc hien, dung lai, hoan lai, tam gac",
    WorkState.CANCELLED: (
        "da huy, huy, huy bo, khong thuc hien, bo, khong lam, thoi khong lam, dung thuc hien, da huy bo, "
        "khong thuc hien nua, khong trien khai, rut, da rut"
    ),
    WorkState.DRAFT: "du thao",
}  # fmt: skip
_BY_PHRASE = {
    phrase.strip(): state for state, phrases in _PHRASES.items() for phrase in phrases.split(",")
} | {fold(label): state for state, label in WORK_STATE.items()}
# they tell when, not how far
_OF_TIME = re.compile(
    r"(?:dang |bi |con )?(?:cham|tre|qua han|tre han|cham tien do|cham muon|muon|dung han|trong han|dung tien do|"
    r"sap den han|den han|toi han|sap het han|khong co|khong|cham so voi ke hoach)(?: \w+){0,2}"
)
_SHARE = re.compile(r"(\d{1,3}(?:[.,]\d+)?)\s*(?:%|phần trăm|phan tram)")
_DONE = re.compile(
    r"(?:da |co )?(?:co ban |ve co ban )?(?:hoan thanh|hoan tat|lam xong|thuc hien xong|xong|ket thuc)\b"
)
# what may follow "hoàn thành" without taking it back
_STILL_DONE = re.compile(
    r"(?:\d|/|ngay|thang|nam|dung|truoc|som|trong|qua|han|tien do|thoi han|ke hoach|theo|tot|xuat sac|muon|cham|tre|"
    r"toan bo|nhiem vu|viec|cong viec|het|roi|vao|tu|so voi|vuot|muc)"
)
_PAIRS = (
    "tien do", "thoi han", "ke hoach", "nhiem vu", "cong viec", "toan bo", "xuat sac", "so voi",
)  # fmt: skip
_NOT_WHOLLY = re.compile(
    r"\b(?:co ban|mot phan|buoc dau|gan|sap|du thao|con lai|con|nhung|tru|dang|mot so|phan lon|nua|chua|"
    r"cho|tiep tuc|se|mot nua|phan dau|giai doan|dot|lan)\b"
)
_BEGUN = re.compile(
    r"^(?:da|dang|tiep tuc|moi lam|moi|buoc dau|vua|duoc|co)\b|\b(?:da|dang|duoc \d+|dat \d+)\b"
)
_NEARLY = re.compile(r"(?:sap|gan|gan nhu|do dang|dang do|xong (?:phan|buoc|mot))\b")
_SHARE_FIRST = re.compile(
    r"(?:da )?(?:hoan thanh|thuc hien|lam|dat)(?: duoc| khoang| tren| gan| hon)* \d"
)
_LONGEST_PHRASE = 6  # words; what is longer is an account


@dataclass(frozen=True, slots=True, kw_only=True)
class StateReading:
    """What words say of a task: its state and share, where they say them.

    `is_certain` is False where the state was concluded; `is_phrase` where nothing but it was said.
    """

    state: WorkState | None = None
    percent: int | None = None
    is_certain: bool = False
    is_phrase: bool = False
    leaves_open: bool = False  # words that take a part of the work out


NOTHING_SAID = StateReading()


@lru_cache(maxsize=4096)
def read(text: str) -> StateReading:
    """Read a phrase or an account; an account never makes a task done by its first words."""
    said = " ".join(words(fold(one_line(text))))
    if not said:
        return NOTHING_SAID
    if (state := _BY_PHRASE.get(said)) is not None:
        return StateReading(state=state, is_certain=True, is_phrase=True)
    is_short = len(said.split()) <= _LONGEST_PHRASE
    if is_short and _OF_TIME.fullmatch(said):
        return StateReading(is_phrase=True)
    share = _SHARE.search(text)
    if share is not None and is_short:
        return _of_share(share[1], said)
    if share is not None and _SHARE_FIRST.match(said):
        # an account that begins with how far the work is
        return replace(_of_share(share[1], said), is_certain=False, is_phrase=False)
    if said.startswith("chua "):
        return _not_yet(said, is_short=is_short)
    if found := _DONE.match(said):
        return _finished(said, said[found.end() :].strip(), is_short=is_short)
    return _other(said, is_short=is_short)


def is_phrase(text: str) -> bool:
    """Tell words that say a state, or that they say none, and nothing else."""
    return read(text).is_phrase


def _of_share(typed: str, said: str) -> StateReading:
    share = round(float(typed.replace(",", ".")))
    if not 0 <= share <= 100:
        return NOTHING_SAID
    if share == 100:
        is_done = _NOT_WHOLLY.search(said) is None
        state = WorkState.DONE if is_done else WorkState.IN_PROGRESS
        return StateReading(state=state, percent=100, is_certain=is_done, is_phrase=True)
    state = WorkState.IN_PROGRESS if share else WorkState.NOT_STARTED
    return StateReading(state=state, percent=share, is_certain=True, is_phrase=True)


def _not_yet(said: str, *, is_short: bool) -> StateReading:
    if re.match(r"chua (?:duoc )?(?:hoan thanh|xong|hoan tat|ht|hoan thien|lam xong)", said):
        return StateReading(state=WorkState.IN_PROGRESS, is_certain=is_short, is_phrase=is_short)
    is_plain = (
        re.match(r"chua (?:trien khai|thuc hien|lam|bat dau|tien hanh|xu ly)", said) is not None
    )
    return StateReading(
        state=WorkState.NOT_STARTED,
        is_certain=is_plain and is_short,
        is_phrase=is_short and is_plain,
    )


def _finished(said: str, rest: str, *, is_short: bool) -> StateReading:
    if _NOT_WHOLLY.search(said):
        return StateReading(
            state=WorkState.IN_PROGRESS, is_phrase=is_short and not rest, leaves_open=True
        )
    if all(_STILL_DONE.fullmatch(word) or word.isdigit() for word in _units_of(rest)):
        return StateReading(state=WorkState.DONE, is_certain=True, is_phrase=True)
    # part of the work is named: "Đã hoàn thành việc thu hồ sơ …"
    return StateReading(state=WorkState.IN_PROGRESS)


def _units_of(rest: str) -> list[str]:
    """Split into words, with those that only count together kept together."""
    for pair in _PAIRS:
        rest = rest.replace(pair, pair.replace(" ", "_"))
    return [word.replace("_", " ") for word in rest.split()]


def _other(said: str, *, is_short: bool) -> StateReading:
    if is_short:
        fitting = [
            phrase
            for phrase in _BY_PHRASE
            if said.startswith(f"{phrase} ") and _BY_PHRASE[phrase] not in _NEVER_BEGUN
        ]
        if fitting:
            return StateReading(state=_BY_PHRASE[max(fitting, key=len)])
    if _NEARLY.match(said):
        return StateReading(state=WorkState.IN_PROGRESS, leaves_open=True)
    if said.startswith("cho ") and is_short:
        return StateReading(state=WorkState.AWAITING_CONFIRMATION)
    if said.startswith(("tam hoan ", "tam dung ", "tam ngung ")):
        return StateReading(state=WorkState.ON_HOLD)
    if _BEGUN.search(said):
        is_open = _NOT_WHOLLY.search(said) is not None
        return StateReading(state=WorkState.IN_PROGRESS, leaves_open=is_open)
    return NOTHING_SAID


# more than their first words must be read before a task is closed
_NEVER_BEGUN = frozenset((WorkState.DONE, WorkState.CANCELLED, WorkState.DRAFT))
