"""Work that ends without success says why by a code and the values of its sentence."""

from pathlib import Path

import pytest

from coordapp.domain.kernel.errors import CodedError, DocumentError, RuleViolation, StoreError


@pytest.mark.parametrize("kind", [RuleViolation, StoreError])
def test_an_error_carries_its_code_and_its_values(kind):
    error = kind("task_closed", code="NV-2018-001")

    assert isinstance(error, CodedError)
    assert (error.code, error.params) == ("task_closed", {"code": "NV-2018-001"})


def test_a_paper_that_cannot_be_written_names_its_file():
    error = DocumentError("folder_missing", Path("bien-ban.pdf"), size=3)

    assert error.path == Path("bien-ban.pdf")
    assert error.params == {"path": Path("bien-ban.pdf"), "size": 3}
