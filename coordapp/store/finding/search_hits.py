"""Search hits with the record a person can open."""

from collections import Counter
from dataclasses import dataclass

from coordapp.domain.kernel.changes import Kind
from coordapp.store.file import search
from coordapp.store.file.opening import Reader
from coordapp.store.file.tables import ATTACHMENTS

# each hit is shown by a title and leads to the task or conference it belongs to
_SQL = {
    Kind.TASK: (Kind.TASK, "select code, code || ' ' || title, title from task where id = ?"),
    Kind.PROGRESS_REPORT: (
        Kind.TASK,
        (
            "select t.code, t.code || ' ' || t.title, r.result from progress_report r "
            "join task t on t.id = r.task_id where r.id = ?"
        ),
    ),
    Kind.EXTENSION: (
        Kind.TASK,
        (
            "select t.code, t.code || ' ' || t.title, e.reason from extension e "
            "join task t on t.id = e.task_id where e.id = ?"
        ),
    ),
    Kind.COORDINATION: (
        Kind.TASK,
        (
            "select t.code, t.code || ' ' || t.title, c.part from coordination c "
            "join task t on t.id = c.task_id where c.id = ?"
        ),
    ),
    Kind.ATTACHMENT: (
        Kind.TASK,
        (
            "select t.code, t.code || ' ' || t.title, a.name from attachment a "
            "left join progress_report p on a.kind = 'progress_report' and p.id = a.record_id "
            "join task t on a.kind in ('task', 'progress_report') "
            "and t.id = coalesce(p.task_id, a.record_id) where a.id = ?"
        ),
    ),
    Kind.CONFERENCE: (
        Kind.CONFERENCE,
        "select code, code || ' ' || title, title from conference where id = ?",
    ),
    Kind.CONCLUSION: (
        Kind.CONFERENCE,
        (
            "select c.code, 'Số ' || k.number || ', ' || c.title, k.text from conclusion k "
            "join conference c on c.id = k.conference_id where k.id = ?"
        ),
    ),
    Kind.SPEECH: (
        Kind.CONFERENCE,
        (
            "select c.code, coalesce(nullif(s.speaker, ''), s.post) || ', ' || c.title, s.gist "
            "from speech s "
            "join conference c on c.id = s.conference_id where s.id = ?"
        ),
    ),
    Kind.AGENDA_ITEM: (
        Kind.CONFERENCE,
        (
            "select c.code, c.title, a.title from agenda_item a "
            "join conference c on c.id = a.conference_id where a.id = ?"
        ),
    ),
    Kind.ATTENDANCE: (
        Kind.CONFERENCE,
        (
            "select c.code, c.title, ltrim(a.name || ' ' || a.post) from attendance a "
            "join conference c on c.id = a.conference_id where a.id = ?"
        ),
    ),
    Kind.DOCUMENT: (
        Kind.CONFERENCE,
        (
            "select c.code, d.symbol || ', ' || c.title, d.subject from document d "
            "join conference c on c.id = d.conference_id where d.id = ?"
        ),
    ),
    Kind.UNIT: (Kind.UNIT, "select short_name, name, short_name from unit where id = ?"),
    Kind.UNIT_GROUP: (Kind.UNIT_GROUP, "select '', name, aliases from unit_group where id = ?"),
    Kind.PERSON: (
        Kind.PERSON,
        ("select full_name, coalesce(nullif(full_name, ''), post), post from person where id = ?"),
    ),
    Kind.TASK_TEMPLATE: (
        Kind.TASK_TEMPLATE,
        "select '', name, note from task_template where id = ?",
    ),
    Kind.TASK_TEMPLATE_ITEM: (
        Kind.TASK_TEMPLATE_ITEM,
        (
            "select '', t.name, i.title from task_template_item i "
            "join task_template t on t.id = i.task_template_id where i.id = ?"
        ),
    ),
    Kind.PROGRAMME: (
        Kind.PROGRAMME,
        "select code, ltrim(number || ' ' || title), title from programme where id = ?",
    ),
    Kind.PROGRAMME_PARTY: (
        Kind.PROGRAMME,
        (
            "select p.code, p.title, y.name from programme_party y "
            "join programme p on p.id = y.programme_id where y.id = ?"
        ),
    ),
    Kind.PROGRAMME_ITEM: (
        Kind.PROGRAMME,
        (
            "select p.code, p.title, i.title from programme_item i "
            "join programme p on p.id = i.programme_id where i.id = ?"
        ),
    ),
    Kind.DIRECTIVE: (
        Kind.DIRECTIVE,
        "select code, number || ' ' || subject, subject from directive where id = ?",
    ),
    Kind.DIRECTIVE_SECTION: (
        Kind.DIRECTIVE,
        (
            "select d.code, d.number || ', mục ' || s.number || ' ' || s.title, "
            "coalesce(nullif(s.text, ''), s.title) from directive_section s "
            "join directive d on d.id = s.directive_id where s.id = ?"
        ),
    ),
    Kind.MILESTONE: (
        Kind.DIRECTIVE,
        (
            "select d.code, d.number || ', lộ trình năm ' || m.year, m.planned from milestone m "
            "join directive d on d.id = m.directive_id where m.id = ?"
        ),
    ),
    Kind.INDICATOR: (
        Kind.INDICATOR,
        "select code, code || ' ' || name, name from indicator where id = ?",
    ),
    Kind.INDICATOR_VALUE: (
        Kind.INDICATOR,
        (
            "select i.code, i.code || ' ' || i.name, ltrim(v.source || ' ' || v.note) "
            "from indicator_value v join indicator i on i.id = v.indicator_id where v.id = ?"
        ),
    ),
    Kind.PRACTICE: (
        Kind.PRACTICE,
        "select code, code || ' ' || name, ltrim(result || ' ' || held_by) from practice where id = ?",
    ),
    Kind.RECOGNITION: (
        Kind.PRACTICE,
        (
            "select p.code, p.code || ' ' || p.name, r.paper from recognition r "
            "join practice p on p.id = r.practice_id where r.id = ?"
        ),
    ),
    Kind.PRACTICE_COUNT: (
        Kind.PRACTICE_COUNT,
        (
            "select u.short_name, 'Số mô hình năm ' || c.year || ', ' || u.short_name, c.source "
            "from practice_count c join unit u on u.id = c.unit_id where c.id = ?"
        ),
    ),
    Kind.MOVEMENT: (
        Kind.MOVEMENT,
        "select code, code || ' ' || name, ltrim(paper || ' ' || content) from movement where id = ?",
    ),
    Kind.COMMENDATION: (
        Kind.MOVEMENT,
        (
            "select m.code, m.code || ' ' || m.name, c.name from commendation c "
            "join movement m on m.id = c.movement_id where c.id = ?"
        ),
    ),
    Kind.REPORT_DUE: (
        Kind.REPORT_DUE,
        "select code, code || ' ' || title, title from report_due where id = ?",
    ),
    Kind.REPORT_RECEIPT: (
        Kind.REPORT_DUE,
        (
            "select d.code, d.code || ' ' || d.title, ltrim(r.paper || ' ' || r.note) "
            "from report_receipt r join report_due d on d.id = r.report_due_id where r.id = ?"
        ),
    ),
    Kind.SUMMARY: (
        Kind.SUMMARY,
        (
            "select '', 'Kỳ ' || strftime('%d/%m/%Y', since) || ' – ' "
            "|| strftime('%d/%m/%Y', until) || ', bản số ' || version, "
            "coalesce(nullif(subject, ''), nullif(situation, ''), nullif(strengths, ''), directions) "
            "from summary where id = ?"
        ),
    ),
}

_MILESTONE_OF_PROGRAMME = (
    Kind.PROGRAMME,
    (
        "select p.code, p.title || ', lộ trình năm ' || m.year, m.planned from milestone m "
        "join programme p on p.id = m.programme_id where m.id = ?"
    ),
)

RANK = {
    kind: rank
    for rank, kind in enumerate(
        (
            Kind.TASK, Kind.CONCLUSION, Kind.CONFERENCE, Kind.UNIT,
            Kind.UNIT_GROUP, Kind.PERSON,
            Kind.PROGRESS_REPORT, Kind.EXTENSION, Kind.COORDINATION, Kind.SPEECH,
            Kind.AGENDA_ITEM, Kind.ATTENDANCE, Kind.ATTACHMENT,
            Kind.DOCUMENT,
            Kind.DIRECTIVE, Kind.DIRECTIVE_SECTION, Kind.PROGRAMME, Kind.PROGRAMME_PARTY,
            Kind.PROGRAMME_ITEM, Kind.MILESTONE, Kind.INDICATOR, Kind.INDICATOR_VALUE,
            Kind.PRACTICE, Kind.RECOGNITION, Kind.PRACTICE_COUNT, Kind.MOVEMENT,
            Kind.COMMENDATION, Kind.REPORT_DUE, Kind.REPORT_RECEIPT, Kind.SUMMARY,
            Kind.TASK_TEMPLATE, Kind.TASK_TEMPLATE_ITEM,
        )
    )
}  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class SearchHit:
    """A hit of `kind`; opening it shows the record of `opens` with this code.

    `opens_id` is the number of that record where its kind has a page that is led to by numbers.
    """

    kind: Kind
    record_id: int
    opens: Kind
    opens_id: int
    code: str
    title: str
    excerpt: str
    exact: bool


def places(
    connection: Reader, typed: str, limit: int = 200, *, of_each: int | None = None
) -> list[SearchHit]:
    """Find what a person can open: exact tones first, then tasks before what is around them.

    `of_each` lets no kind take more places than that, so that none crowds out the others.
    """
    hits = sorted(search.find(connection, typed), key=lambda hit: (not hit.exact, RANK[hit.kind]))
    taken: Counter[Kind] = Counter()
    result: list[SearchHit] = []
    for hit in hits:
        if len(result) == limit:
            break
        if of_each is not None and taken[hit.kind] == of_each:
            continue
        made = hit_of(connection, hit.kind, hit.record_id, exact=hit.exact)
        if made is not None:
            taken[hit.kind] += 1
            result.append(made)
    return result


def hit_of(connection: Reader, kind: Kind, record_id: int, *, exact: bool) -> SearchHit | None:
    """Give a record as a hit that can be opened; None where there is nothing to open."""
    opens, sql = _SQL[kind]
    row = connection.execute(sql, (record_id,)).fetchone()
    if row is None and kind is Kind.MILESTONE:
        opens, sql = _MILESTONE_OF_PROGRAMME
        row = connection.execute(sql, (record_id,)).fetchone()
    if row is None and kind is Kind.ATTACHMENT:
        opens, row = _file_of_case(connection, record_id)
    if row is None:
        return None
    return SearchHit(
        kind=kind,
        record_id=record_id,
        opens=opens,
        opens_id=_opens_id(connection, kind, opens, record_id, row[0]),
        code=row[0],
        title=row[1],
        excerpt=row[2],
        exact=exact,
    )


def _file_of_case(connection: Reader, file_id: int) -> tuple[Kind, tuple[str, str, str] | None]:
    """Find what a file is kept with, whatever it is; the hit opens that and names the file."""
    file = ATTACHMENTS.get(connection, file_id)
    if file.kind not in _SQL:
        return file.kind, None
    opens, sql = _SQL[file.kind]
    row = connection.execute(sql, (file.record_id,)).fetchone()
    return opens, None if row is None else (row[0], row[1], file.name)


_BY_CODE = frozenset(
    {Kind.PROGRAMME, Kind.DIRECTIVE, Kind.INDICATOR, Kind.PRACTICE, Kind.MOVEMENT, Kind.REPORT_DUE}
)


def _opens_id(connection: Reader, kind: Kind, opens: Kind, record_id: int, code: str) -> int:
    """Give the number of the record a hit opens; a part of one is found by the code it stands in."""
    if kind is opens or opens not in _BY_CODE:
        return record_id
    row = connection.execute(f"select id from {opens.value} where code = ?", (code,)).fetchone()
    return record_id if row is None else int(row[0])
