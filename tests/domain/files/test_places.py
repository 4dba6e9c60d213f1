"""Shares, sticks and folders of services are known from ordinary ones, and so are split-off files."""

from pathlib import PurePosixPath, PureWindowsPath

import pytest

from coordapp.domain.files.places import DoubtfulPlace, DriveKind, conflicted, place_of


@pytest.mark.parametrize(
    ("path", "place"),
    [
        (r"\\maychu\chung\sổ.db", DoubtfulPlace.SHARE),
        (r"C:\Users\an\OneDrive - Tinh uy\sổ.db", DoubtfulPlace.SYNCED),
        (r"D:\Dropbox\sổ.db", DoubtfulPlace.SYNCED),
        (r"C:\Users\an\My Drive\Google Drive\sổ.db", DoubtfulPlace.SYNCED),
        (r"C:\Users\an\AppData\Local\CoordApp\data\sổ.db", None),
        (r"C:\Users\an\Documents\OneDrive.db", None),
    ],
)
def test_a_place_on_windows_is_judged(path, place):
    assert place_of(PureWindowsPath(path), {}, DriveKind.FIXED) is place


def test_the_folder_that_onedrive_names_is_synced_whatever_it_is_called():
    told = {"OneDriveCommercial": r"C:\Users\an\Văn phòng"}

    assert place_of(PureWindowsPath(r"C:\Users\an\Văn phòng\a\sổ.db"), told) is DoubtfulPlace.SYNCED
    assert place_of(PureWindowsPath(r"C:\Users\an\Văn phòng 2\sổ.db"), told) is None


@pytest.mark.parametrize(
    ("drive", "place"),
    [
        (DriveKind.REMOTE, DoubtfulPlace.SHARE),
        (DriveKind.REMOVABLE, DoubtfulPlace.REMOVABLE),
        (DriveKind.FIXED, None),
        (None, None),
    ],
)
def test_a_drive_is_judged_by_what_windows_says_of_it(drive, place):
    assert place_of(PureWindowsPath(r"E:\sổ.db"), {}, drive) is place


@pytest.mark.parametrize(
    ("path", "system", "place"),
    [
        ("/srv-a/sổ.db", "cifs", DoubtfulPlace.SHARE),
        ("/srv-a/sổ.db", "nfs4", DoubtfulPlace.SHARE),
        ("/srv-a/sổ.db", "ext4", None),
        ("/media/an/USB/sổ.db", "vfat", DoubtfulPlace.REMOVABLE),
    ],
)
def test_a_place_on_linux_is_judged(path, system, place):
    assert place_of(PurePosixPath(path), {}, None, system) is place


def test_what_a_service_split_off_is_named_and_ordinary_neighbours_are_not():
    beside = [
        "sổ.db", "sổ (1).db", "sổ-DESKTOP-A1B2.db", "sổ (conflicted copy 2026-03-01).db",
        "sổ-2.db", "sổ tay.db", "sổ.db-journal", "sổ (1).pdf", "khác (1).db",
    ]  # fmt: skip

    assert conflicted("sổ.db", beside) == [
        "sổ (1).db",
        "sổ (conflicted copy 2026-03-01).db",
        "sổ-DESKTOP-A1B2.db",
    ]


def test_a_copy_of_another_file_and_one_of_another_kind_are_not_split_off():
    assert conflicted("sổ.db", ["việc (bản sao).db", "sổ (bản sao).xlsx", "sổ.db"]) == []
