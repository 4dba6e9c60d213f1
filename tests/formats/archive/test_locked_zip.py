"""A locked file opens by its passphrase only, gives back every byte, and tells damage."""

import random
from contextlib import suppress
from pathlib import Path

import pytest
import pyzipper

from coordapp.domain.kernel.errors import DocumentError
from coordapp.formats.archive import locked_zip
from tests.file_room import room_per_file

WORDS = "Đường về bản có mười hai suối"


@pytest.fixture
def made(tmp_path) -> Path:
    held = tmp_path / "sổ.db"
    held.write_bytes(bytes(range(256)) * 5000)
    locked_zip.write(tmp_path / "ra.zip", {"so.db": held}, WORDS)
    return tmp_path / "ra.zip"


def test_every_byte_comes_back(made, tmp_path):
    (tmp_path / "in").mkdir()

    got = locked_zip.read(made, WORDS, "so.db", tmp_path / "in")

    assert got.read_bytes() == (tmp_path / "sổ.db").read_bytes()


def test_the_same_words_composed_otherwise_open_it(made):
    import unicodedata

    assert locked_zip.read_small(made, unicodedata.normalize("NFD", WORDS), "so.db")


def test_it_is_encrypted_by_aes_of_256_bits(made):
    with pyzipper.AESZipFile(made) as file:
        (info,) = file.infolist()

    assert (info.wz_aes_version, info.wz_aes_strength) == (2, 3)


def test_what_the_disk_does_not_take_is_told_as_that_and_nothing_stays(tmp_path):
    held = tmp_path / "sổ.db"
    held.write_bytes(random.Random(1).randbytes(200_000))

    with room_per_file(60_000), pytest.raises(DocumentError, match="write_failed"):
        locked_zip.write(tmp_path / "ra.zip", {"so.db": held}, WORDS)

    assert [one.name for one in tmp_path.iterdir()] == ["sổ.db"]


def test_a_spoilt_byte_anywhere_is_told_in_words(made, tmp_path):
    whole, dice = made.read_bytes(), random.Random(1)
    for _ in range(100):
        spoilt = bytearray(whole)
        spoilt[dice.choice((-1, 1)) * dice.randrange(1, 200)] ^= 1 << dice.randrange(8)
        made.write_bytes(spoilt)
        with suppress(DocumentError):
            locked_zip.read_small(made, WORDS, "so.db")


@pytest.mark.parametrize(
    ("spoil", "code"),
    [
        pytest.param(lambda data: data, "passphrase_wrong", id="wrong words"),
        pytest.param(lambda data: data[: len(data) // 2], "handover_unreadable", id="cut short"),
        pytest.param(lambda data: b"rac" * 1000, "handover_unreadable", id="no zip"),
    ],
)
def test_what_cannot_be_read_is_told(made, spoil, code):
    made.write_bytes(spoil(made.read_bytes()))
    words = "sai mật khẩu rồi nhé" if code == "passphrase_wrong" else WORDS

    with pytest.raises(DocumentError, match=code):
        locked_zip.read_small(made, words, "so.db")


def test_one_changed_byte_is_found(made):
    data = bytearray(made.read_bytes())
    data[len(data) // 2] ^= 1
    made.write_bytes(data)

    with pytest.raises(DocumentError, match="handover_unreadable"):
        locked_zip.read_small(made, WORDS, "so.db")
