"""A sheet that the disk did not take whole never gets into a workbook."""

from zipfile import ZIP_DEFLATED

import pytest

from coordapp.formats.xlsx.xlsx_cached import _Package

WHOLE = b"<worksheet>" + b"<row><c>1</c></row>" * 9000 + b"</worksheet>"


def test_a_whole_sheet_is_packed(tmp_path):
    (tmp_path / "sheet.xml").write_bytes(WHOLE)

    with _Package(tmp_path / "ra.xlsx", "w", ZIP_DEFLATED) as package:
        package.write(tmp_path / "sheet.xml", "sheet.xml")

        assert package.getinfo("sheet.xml").file_size == len(WHOLE)


@pytest.mark.parametrize("cut", [slice(0, -20), slice(0, 70_000), slice(30, None)])
def test_a_sheet_cut_short_is_refused(tmp_path, cut):
    (tmp_path / "sheet.xml").write_bytes(WHOLE[cut])

    with (
        _Package(tmp_path / "ra.xlsx", "w", ZIP_DEFLATED) as package,
        pytest.raises(OSError, match="cut short"),
    ):
        package.write(tmp_path / "sheet.xml", "sheet.xml")
