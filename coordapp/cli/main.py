"""One function for each command; exit code 0 done, 1 rules say no, 2 cannot be used."""

from argparse import Namespace
from datetime import date, datetime
from pathlib import Path

from coordapp.cli import (
    acting,
    arguments,
    case_lists,
    check,
    copies,
    desk,
    forms,
    output,
    read,
    status,
)
from coordapp.domain.committee.committee import DocumentStyle
from coordapp.domain.documents.papers import USUAL, Paper, PaperRequest, Section
from coordapp.domain.kernel.errors import CodedError, RuleViolation
from coordapp.domain.tasks.queries import TaskQuery
from coordapp.domain.words import messages
from coordapp.domain.words.finding_words import MENDABLE
from coordapp.domain.words.verdict_words import verdict_sentence
from coordapp.services.committee.committee_actions import write_new
from coordapp.services.documents import issued_papers, verifying
from coordapp.services.exports import paper_exports
from coordapp.services.file import repairing
from coordapp.services.file.progress import Progress
from coordapp.services.sample.sample_file import write_sample
from coordapp.store import open_reader
from coordapp.store.queries import committee_queries, health

DONE, REFUSED, UNUSABLE = 0, 1, 2
_LOOK = "Hãy kiểm tra tên tệp, quyền mở tệp và chỗ trống trên đĩa."


def run(argv: list[str], today: date) -> int:
    """Run one command and give its exit code; `today` is the real day."""
    output.set_up()
    try:
        given = arguments.parser().parse_args(argv)
        done = _COMMANDS[given.command](given, today)
        output.end()
        return done
    except SystemExit as stop:
        return stop.code if isinstance(stop.code, int) else DONE
    except CodedError as error:
        output.message(messages.sentence(error))
        return REFUSED if isinstance(error, RuleViolation) else UNUSABLE
    except BrokenPipeError:
        output.give_up()
        return DONE
    except OSError as error:
        place = error.filename or "nơi nhận kết quả"
        output.message(f"Không đọc hoặc ghi được {place}. {_LOOK}")
        return UNUSABLE
    except ValueError as error:
        # a path that no system takes, or a value in the file that the program does not know
        output.message(f"Tên tệp hoặc nội dung tệp không dùng được ({error}). {_LOOK}")
        return UNUSABLE


def _sample(given: Namespace, today: date) -> int:
    write_sample(Path(given.file))
    output.message(f"Đã ghi dữ liệu mẫu vào {given.file}")
    return DONE


def _new(given: Namespace, today: date) -> int:
    write_new(Path(given.file), acting.who())
    output.message(f"Đã ghi sổ mới vào {given.file}")
    return DONE


def _draft(given: Namespace, today: date) -> int:
    # reads by hundreds of patterns: not before it is asked for
    from coordapp.cli import drafts

    drafts.run(given, today)
    return DONE


def _list(given: Namespace, today: date) -> int:
    with open_reader(Path(given.file)) as reader:
        day = given.as_of or committee_queries.working_day(reader, today)
        if given.what in arguments.CASE_LISTS:
            listed = case_lists.LISTS[given.what]
            rows = listed(reader, day, given.year, past=given.as_of is not None)
        elif given.as_of is not None and given.what == "tasks":
            rows = read.tasks_as_of(reader, given.as_of)
        else:
            rows = read.LISTS[given.what](reader, day)
    output.records(rows, as_json=given.json)
    return DONE


def _search(given: Namespace, today: date) -> int:
    with open_reader(Path(given.file)) as reader:
        rows = read.search(reader, given.text)
    output.records(rows, as_json=given.json)
    return DONE


def _export(given: Namespace, today: date) -> int:
    path, target, step = Path(given.file), Path(given.target), Progress().step
    if given.paper in arguments.FORMS or getattr(given, "group", None):
        forms.export(given, today, step)
    elif given.paper in arguments.CASE_FORMS:
        forms.export_case(given, today, step)
    elif given.paper in arguments.DESK_PAPERS:
        desk.export(given, today, step)
    elif given.paper == "summary":
        forms.export_summary(given, today, step)
    elif given.paper == "register":
        with open_reader(path) as reader:
            as_of = given.as_of or committee_queries.working_day(reader, today)
        past = given.as_of is not None
        paper_exports.export_register(path, TaskQuery(), as_of, target, past=past, step=step)
    else:
        with open_reader(path) as reader:
            day = committee_queries.working_day(reader, today)
        request = _request(given, day)
        paper_exports.export_paper(path, request, target, step)
        output.message(f"Đã ghi {target}{_as_issued(path, request, target)}")
        return DONE
    output.message(f"Đã ghi {target}")
    return DONE


def _as_issued(path: Path, request: PaperRequest, target: Path) -> str:
    """Say how what was written stands to the paper that went out."""
    with open_reader(path) as reader:
        issued = issued_papers.of_request(reader, request)
        differs = issued is not None and issued_papers.differs(reader, issued)
    if issued is None:
        return ""
    if target.suffix.lower() == ".docx":
        return f". Tệp Word lập lại từ sổ, không phải bản {issued.symbol} đã ban hành."
    more = " Nội dung trong sổ nay khác bản đã ban hành." if differs else ""
    return f": đúng bản {issued.symbol} đã ban hành.{more}"


def _import(given: Namespace, today: date) -> int:
    # reads Excel: not before it is asked for
    from coordapp.cli import case_imports, imports, unit_imports

    if given.what == "units":
        unit_imports.run(given)
    elif given.what in case_imports.KINDS:
        case_imports.run(given, today)
    else:
        imports.run(given, today)
    return DONE


def _request(given: Namespace, today: date) -> PaperRequest:
    return PaperRequest(
        paper=Paper(given.paper),
        conference_code=given.conference,
        today=today,
        style=None if given.style is None else DocumentStyle(given.style),
        sections=frozenset(map(Section, given.sections)) if given.sections else USUAL,
        unit=given.unit,
    )


def _check(given: Namespace, today: date) -> int:
    path = Path(given.file)
    if given.repair:
        copy = repairing.repair(path, datetime.now(), acting.who()).copy
        output.message(f"Đã lập lại chỉ mục, khóa, tìm kiếm, bộ đếm. Bản sao trước khi sửa: {copy}")
    with open_reader(path, as_it_is=True) as reader:
        found = [*health.findings(reader), *health.unfounded(reader)]
    if given.json:
        output.value(
            [{"code": one.code, "where": one.where, "text": check.sentence(one)} for one in found]
        )
        return REFUSED if found else DONE
    for finding in found:
        output.data(check.sentence(finding))
    if not given.repair and any(one.code in MENDABLE for one in found):
        output.message(
            "Dùng check --repair để sửa chữa phần lập lại được; có bản sao trước khi sửa."
        )
    if found:
        return REFUSED
    output.data("Không phát hiện lỗi.")
    return DONE


def _verify(given: Namespace, today: date) -> int:
    found = verifying.verify(Path(given.file), Path(given.paper))
    output.data(verdict_sentence(found))
    return DONE if found.is_good else REFUSED


_COMMANDS = {
    "new": _new,
    "sample": _sample,
    "list": _list,
    "search": _search,
    "export": _export,
    "check": _check,
    "import": _import,
    "draft": _draft,
    "status": status.run,
    "verify": _verify,
    "backup": copies.backup,
    "restore": copies.restore,
    "salvage": copies.salvage,
    "handover": copies.handover,
}
