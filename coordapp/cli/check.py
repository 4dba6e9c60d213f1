"""Findings of a check as Vietnamese sentences."""

from coordapp.domain.words.finding_words import finding_sentence
from coordapp.store.queries.health import HealthFinding


def sentence(finding: HealthFinding) -> str:
    """Say what was found."""
    return finding_sentence(finding.code, finding.where)
