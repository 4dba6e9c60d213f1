"""Units, groups and bodies as a person types them: parted by semicolons, in any spelling."""

from collections.abc import Iterable, Sequence

from coordapp.domain.conclusions.reading.actors.actor_reader import ActorReader
from coordapp.domain.conclusions.reading.actors.directory import Addressee
from coordapp.domain.conclusions.reading.draft import Party
from coordapp.domain.conclusions.reading.words.tokens import tokenize
from coordapp.domain.kernel.text import fold, one_line

JOINT = "; "


class PartyReader:
    """Reads names the way a notice does; what it does not know is kept as typed."""

    def __init__(self, addressees: Sequence[Addressee]) -> None:
        self._actors = ActorReader(addressees)
        self._exact = {
            fold(one_line(name)): Party(one.label, one.unit_ids)
            for one in reversed(addressees)
            for name in (*one.names, one.label)
            if name.strip()
        }

    def read(self, typed: str) -> tuple[Party, ...]:
        """Read the parties of a field, each once."""
        pieces = filter(None, (one_line(piece) for piece in typed.split(";")))
        return tuple({party.label: party for party in map(self._one, pieces)}.values())

    def _one(self, name: str) -> Party:
        known = self._exact.get(fold(name))
        if known is not None:
            return known
        tokens = tokenize(name)
        found = self._actors.at(tokens, 0)
        if len(found) == 1 and found[0].stop == len(tokens.items):
            return Party(found[0].label, found[0].unit_ids)
        return Party(name)


def in_one_line(parties: Iterable[Party]) -> str:
    """Write parties as they are typed."""
    return JOINT.join(party.label for party in parties)
