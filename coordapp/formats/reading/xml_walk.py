"""Walking through XML without building it: names without their prefixes, no declarations."""

from collections.abc import Callable
from xml.parsers import expat

from coordapp.formats.reading.refusal import Refused

Attributes = dict[str, str]


def local(name: str) -> str:
    """Drop the prefix of a name."""
    return name.rpartition(":")[2]


def walk(
    content: bytes,
    start: Callable[[str, Attributes], object],
    end: Callable[[str], object] | None = None,
    text: Callable[[str], object] | None = None,
) -> None:
    """Call `start`, `end`, `text` in the order of the text. Raises Refused: source_entities.

    Raises ExpatError where the text is no XML, and whatever the calls raise.
    """
    parser = expat.ParserCreate()
    parser.buffer_text = True
    parser.StartElementHandler = lambda name, given: start(
        local(name), {local(key): value for key, value in given.items()}
    )
    if end is not None:
        parser.EndElementHandler = lambda name: end(local(name))
    if text is not None:
        parser.CharacterDataHandler = text
    parser.StartDoctypeDeclHandler = _refuse
    parser.Parse(content, True)


def _refuse(*_: object) -> None:
    raise Refused("source_entities")
