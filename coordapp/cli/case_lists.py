"""Programmes, directives, indicators, models, movements and reports due as plain values."""

from datetime import date
from typing import Any

from coordapp.domain.indicators.indicator import figure, year_of
from coordapp.domain.practices.report_due import receipt_state
from coordapp.domain.programmes.programme import DoneCount, ItemScope, counted
from coordapp.services.programmes import case_records
from coordapp.services.programmes.places_then import PlacesThen
from coordapp.services.summaries import summary_differing
from coordapp.store import Reader
from coordapp.store.past import summary_queries
from coordapp.store.queries import report_queries, unit_queries

Records = list[dict[str, Any]]


def programmes(reader: Reader, day: date, year: int | None, *, past: bool) -> Records:
    """List the programmes with the counts of their common and registered tasks."""
    names = _units(reader)
    places = PlacesThen(reader, day if past else None)
    rows: Records = []
    for programme in places.programmes():
        if year is not None and not programme.first_year <= year <= programme.last_year:
            continue
        found = places.item_rows(programme.id, year)
        sums = counted((row.item, row.count) for row in found)
        rows.append(
            {
                "code": programme.code,
                "number": programme.number,
                "title": programme.title,
                "year": programme.first_year if year is None else year,
                "signed_on": _iso(programme.signed_on),
                "parties": [
                    names.get(party.unit_id or 0, party.name)
                    for party in places.parties(programme.id)
                ],
                "common": _count(sums[ItemScope.COMMON]),
                "registered": _count(sums[ItemScope.REGISTERED]),
            }
        )
    return rows


def directives(reader: Reader, day: date, year: int | None, *, past: bool) -> Records:
    """List the directives with their sections and the tasks of each."""
    places = PlacesThen(reader, day if past else None)
    return [
        {
            "code": directive.code,
            "number": directive.number,
            "kind": directive.kind.value,
            "issuer": directive.issuer,
            "signed_on": _iso(directive.signed_on),
            "subject": directive.subject,
            "sections": [
                {
                    "number": row.section.number,
                    "level": row.section.level,
                    "title": row.section.title,
                    "tasks": list(row.task_codes),
                }
                for row in places.section_rows(directive.id)
            ],
        }
        for directive in places.directives()
        if year is None or (directive.signed_on and directive.signed_on.year == year)
    ]


def indicators(reader: Reader, day: date, year: int | None, *, past: bool) -> Records:
    """List the indicators with their values."""
    names = _units(reader)
    held = case_records.indicator_values(reader, day if past else None)
    return [
        {
            "code": indicator.code,
            "name": indicator.name,
            "unit_of_measure": indicator.unit_of_measure,
            "field": indicator.field,
            "direction": indicator.direction.value,
            "accumulation": indicator.accumulation.value,
            "values": [
                {
                    "period": value.period,
                    "unit": None if value.unit_id is None else names.get(value.unit_id),
                    "plan": _figure(value.plan),
                    "actual": _figure(value.actual),
                    "source": value.source or None,
                    "source_on": _iso(value.source_on),
                }
                for value in held.get(indicator.id, ())
                if year is None or year_of(value.period) == year
            ],
        }
        for indicator in case_records.indicators(reader, day if past else None)
    ]


def practices(reader: Reader, day: date, year: int | None, *, past: bool) -> Records:
    """List the models; of one year those that were new or kept in it."""
    names = _units(reader)
    found = case_records.practice_rows(reader, day if past else None)
    codes = {row.practice.id: row.practice.code for row in found}
    return [
        {
            "code": row.practice.code,
            "name": row.practice.name,
            "kind": row.practice.kind.value,
            "holder": row.practice.holder.value,
            "unit": names.get(row.practice.unit_id or 0),
            "level": row.practice.level.value,
            "field": row.practice.field,
            "place": row.practice.place,
            "started": row.practice.started,
            "new_in": row.new_in,
            "kept_in": list(row.kept_in),
            "replicated_from": codes.get(row.practice.replicated_from_id)
            if row.practice.replicated_from_id is not None
            else None,
        }
        for row in found
        if year is None or year == row.new_in or year in row.kept_in
    ]


def movements(reader: Reader, day: date, year: int | None, *, past: bool) -> Records:
    """List the movements with the proposals to commend."""
    names = _units(reader)
    return [
        {
            "code": movement.code,
            "name": movement.name,
            "year": movement.year,
            "launched_by": movement.launched_by,
            "paper": movement.paper,
            "launched_on": _iso(movement.launched_on),
            "commendations": [
                {
                    "name": one.name,
                    "holder": one.holder.value,
                    "unit": names.get(one.unit_id or 0),
                    "form": one.form,
                    "proposed_on": _iso(one.proposed_on),
                    "decision": one.decision or None,
                    "decided_on": _iso(one.decided_on),
                }
                for one in case_records.commendations(reader, movement, day if past else None)
            ],
        }
        for movement in case_records.movements(reader, day if past else None)
        if year is None or movement.year == year
    ]


def reports_due(reader: Reader, day: date, year: int | None, *, past: bool) -> Records:
    """List the reports units owe, with where each unit stands on the day."""
    names = _units(reader)
    return [
        {
            "code": report.code,
            "title": report.title,
            "period": report.period,
            "due_on": _iso(report.due_on),
            "paper": report.paper,
            "units": [
                {
                    "unit": names.get(receipt.unit_id),
                    "received_on": _iso(receipt.received_on)
                    if receipt.received_on is not None and receipt.received_on <= day
                    else None,
                    "state": receipt_state(report, receipt, day).value,
                }
                for receipt in report_queries.receipts(reader, report.id)
            ],
        }
        for report in case_records.reports_due(reader, day if past else None)
        if year is None or report.due_on.year == year
    ]


def summaries(reader: Reader, day: date, year: int | None, *, past: bool) -> Records:
    """List the kept versions of review reports, with what each changed of the one before."""
    return [
        {
            "from": one.since.isoformat(),
            "to": one.until.isoformat(),
            "version": one.version,
            "kept_on": _iso(one.kept_on),
            "author": one.author or None,
            "figures": [
                {"name": figure.name, "value": figure.value, "source": figure.source}
                for figure in summary_queries.figures(reader, one.id)
            ],
            "changes": None
            if (found := summary_differing.changes(reader, one)) is None
            else [change.sentence for change in found],
        }
        for one in summary_queries.all_summaries(reader)
        if one.kept_on is not None
        and (not past or one.kept_on <= day)
        and (year is None or one.until.year == year)
    ]


LISTS = {
    "programmes": programmes,
    "directives": directives,
    "indicators": indicators,
    "practices": practices,
    "movements": movements,
    "reports-due": reports_due,
    "summaries": summaries,
}


def _units(reader: Reader) -> dict[int, str]:
    return {unit.id: unit.short_name for unit in unit_queries.all_units(reader)}


def _count(count: DoneCount) -> dict[str, int]:
    return {"total": count.total, "done": count.done}


def _figure(kept: str) -> int | float | str | None:
    """Give a figure as a number, words as they are, nothing as nothing."""
    number = figure(kept)
    if number is None:
        return kept or None
    return int(number) if number == number.to_integral_value() else float(number)


def _iso(day: date | None) -> str | None:
    return None if day is None else day.isoformat()
