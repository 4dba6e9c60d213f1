"""No maker of papers is forgotten where something is asked of every paper."""

import importlib
import inspect
import pkgutil
from collections.abc import Iterator
from typing import get_args, get_type_hints

from coordapp import formats
from coordapp.formats.papers import composition
from coordapp.formats.papers.blocks import Composition
from tests.formats.every_paper import OTHER_MAKERS, PAPERS, PARTY, TWINS


def _made() -> Iterator[type]:
    """Give the report of every public function that makes a composition."""
    for found in pkgutil.walk_packages(formats.__path__, f"{formats.__name__}."):
        if found.ispkg:
            continue
        module = importlib.import_module(found.name)
        for name, maker in inspect.getmembers(module, inspect.isfunction):
            if maker.__module__ != found.name or name.startswith("_"):
                continue
            hints = get_type_hints(maker)
            if hints.get("return") is Composition:
                first = next(iter(inspect.signature(maker).parameters))
                yield from get_args(hints[first]) or (hints[first],)


def test_every_report_that_becomes_a_paper_is_among_those_that_are_asked():
    known = {type(make(PARTY)) for make in PAPERS.values()}

    assert {*_made(), *composition._COMPOSERS} == known


def test_every_paper_that_word_is_made_of_has_its_twin_compared():
    only_pdf = {type(make(PARTY)) for name, make in PAPERS.items() if name not in TWINS}

    assert only_pdf <= set(OTHER_MAKERS)
    assert not only_pdf & set(composition._COMPOSERS)
