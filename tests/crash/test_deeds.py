"""What the long proofs kill and starve is really done when nobody disturbs it."""

from contextlib import suppress
from pathlib import Path

import pytest

from tests.crash.deeds import DEEDS, Deed, in_folder
from tests.crash.long_faults import ONCE, Enough, once


@pytest.mark.slow
@pytest.mark.parametrize(
    "deed", [one for one in DEEDS if one.name in ONCE], ids=lambda one: one.name
)
def test_a_deed_left_alone_tells_what_it_has_done_and_it_holds(
    deed: Deed, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", "")  # given back after the test
    in_folder(tmp_path)
    deed.prepare(tmp_path)
    told: list[str] = []

    with suppress(Enough):
        deed.do(tmp_path, once(told.append, deed))

    assert told
    deed.check(tmp_path, told)
