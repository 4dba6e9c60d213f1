"""The long proofs: thousands of kills, every single step at fault, full disks, damaged files.

They need a C compiler and a kernel that lets a user mount a tmpfs of its own; `-m long` runs them.
"""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.crash.deeds import DEEDS
from tests.crash.long_faults import ONCE

ROOT = Path(__file__).parents[2]
SHIM = Path(__file__).with_name("faults.c")
HOURS = 3 * 3600

pytestmark = [pytest.mark.long, pytest.mark.timeout(HOURS)]


def ran(module: str, *given: str, before: tuple[str, ...] = (), **more: str) -> str:
    done = subprocess.run(
        [*before, sys.executable, "-m", f"tests.crash.{module}", *given],
        cwd=ROOT,
        env=os.environ | more,
        capture_output=True,
        text=True,
        check=False,
    )
    print(done.stdout)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def test_two_thousand_kills_lose_nothing_acknowledged_and_leave_nothing_half():
    assert "2000 kills" in ran("long_kills", "2000")


@pytest.fixture(scope="module")
def shim(tmp_path_factory) -> Path:
    made = tmp_path_factory.mktemp("shim") / "faults.so"
    subprocess.run(["cc", "-shared", "-fPIC", "-O1", "-o", made, SHIM, "-ldl"], check=True)
    return made


@pytest.mark.parametrize("mode", ["kill", "eio", "full"])
@pytest.mark.parametrize("deed", [deed.name for deed in DEEDS if deed.name in ONCE])
def test_every_write_sync_cut_rename_and_removal_may_end_or_fail(shim, mode, deed):
    assert "nothing half" in ran("long_faults", mode, deed, LD_PRELOAD=str(shim))


def test_a_disk_nearly_full_refuses_in_words_and_leaves_nothing_half(shim):
    own = () if os.geteuid() == 0 else ("unshare", "--mount", "--map-root-user")

    assert "nothing half" in ran("long_full", before=own, LD_PRELOAD=str(shim))


def test_ten_thousand_random_operations_leave_what_a_model_in_memory_says():
    assert "10000 operations, each as the model says" in ran("long_model", "10000")


def test_spoilt_workbooks_and_texts_are_read_or_refused_in_words():
    assert "each read or refused in words" in ran("long_fuzz", "1000", "20000")


def test_most_changes_of_a_rule_are_noticed_by_its_tests():
    assert "noticed by a test" in ran("long_mutants")


def test_a_thousand_damaged_files_are_used_saved_from_or_refused_and_never_changed():
    assert "1000 damaged files, none changed" in ran("long_damage", "1000")
