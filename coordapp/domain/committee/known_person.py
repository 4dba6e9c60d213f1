"""Somebody whose name or post is written in the register already."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class KnownPerson:
    """A name with the post it was last written with; of some only one of both is known."""

    name: str
    post: str = ""

    @property
    def shown(self) -> str:
        """Name with the post, as a list offers it."""
        return ", ".join(text for text in (self.name, self.post) if text)

    def __str__(self) -> str:
        """Say what stands in a line that has no place for the post."""
        return self.name or self.post
