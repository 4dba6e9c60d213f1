"""The sample file: the case the program was made for, on its own working day."""

from datetime import date, datetime, time
from pathlib import Path

from coordapp.domain.calendar.deadline_kind import DeadlineKind
from coordapp.domain.committee.committee import Committee, DocumentStyle
from coordapp.domain.committee.person import FormOfAddress, Person
from coordapp.domain.committee.unit import Unit
from coordapp.domain.conclusions.conclusion import Conclusion
from coordapp.domain.conferences.conference import (
    AgendaItem,
    Attendance,
    AttendanceState,
    Conference,
    ConferenceKind,
    ConferenceState,
    Speech,
)
from coordapp.domain.documents.document import Document, DocumentType, symbol
from coordapp.domain.kernel import codes
from coordapp.domain.kernel.changes import Op
from coordapp.domain.kernel.ids import (
    AgendaItemId,
    AttendanceId,
    CommitteeId,
    ConclusionId,
    ConferenceId,
    CoordinationId,
    DocumentId,
    ExtensionId,
    PersonId,
    ProgressReportId,
    SpeechId,
    TaskId,
    UnitId,
)
from coordapp.domain.tasks.task import Coordination, Extension, Origin, ProgressReport, Task
from coordapp.services.committee import day_off_actions
from coordapp.services.sample import (
    sample_case,
    sample_summary,
    sample_tasks,
    sample_templates,
    sample_texts,
)
from coordapp.services.sample.sample_texts import SampleReport, SampleTask
from coordapp.services.tasks.task_actions import next_code
from coordapp.store import Store, Work
from coordapp.store.file.tables import (
    AGENDA_ITEMS,
    ATTENDANCES,
    COMMITTEE,
    CONCLUSIONS,
    CONFERENCES,
    COORDINATIONS,
    DOCUMENTS,
    EXTENSIONS,
    PERSONS,
    PROGRESS_REPORTS,
    SPEECHES,
    TASKS,
    UNITS,
)

SAMPLE_DAY = date(2018, 3, 31)


def write_sample(path: Path) -> None:
    """Write the sample into a new file; never overwrites. Raises StoreError."""
    store = Store.create(path, now=lambda: datetime.combine(SAMPLE_DAY, time(8)))
    try:
        with store.write(Op.WRITE_SAMPLE) as work:
            _Sample(work).write()
    except BaseException:
        store.close()
        path.unlink(missing_ok=True)
        raise
    store.close()


class _Sample:
    """Writes record after record and remembers whom later ones point to."""

    def __init__(self, work: Work) -> None:
        self.work = work
        self.units: dict[str, UnitId] = {}
        self.persons: list[Person] = []
        self.conclusions: list[Conclusion] = []

    def write(self) -> None:
        self._organisation()
        day_off_actions.seed(self.work)
        self._final_review()
        self._next_briefing()
        for given in sample_tasks.BEFORE:
            self._task(given)
        self._fan_out()
        for given in sample_tasks.AFTER:
            self._task(given)
        sample_templates.add(self.work)
        sample_case.add(self.work, self.units, self.conclusions[0].conference_id)
        sample_summary.add(self.work, SAMPLE_DAY)

    def _organisation(self) -> None:
        self.work.add(
            COMMITTEE,
            Committee(
                id=CommitteeId(1),
                name=sample_texts.COMMITTEE_NAME,
                superior_body="Tỉnh ủy Quảng Ninh",
                document_code="BCĐ",
                place="Quảng Ninh",
                document_style=DocumentStyle.PARTY,
                term="2015-2020",
                recipients=sample_texts.RECIPIENTS,
                is_sample=True,
                working_day=SAMPLE_DAY,
            ),
        )
        for position, (name, short, code, kind, aliases) in enumerate(sample_texts.UNITS, 1):
            unit = Unit(
                id=UnitId(0), name=name, short_name=short, document_code=code, kind=kind,
                position=position, aliases=aliases,
            )  # fmt: skip
            self.units[short] = self.work.add(UNITS, unit).id
        for position, (name, post, short, role) in enumerate(sample_texts.PERSONS, 1):
            person = Person(
                id=PersonId(0), full_name=name, post=post, unit_id=self.units[short], role=role,
                position=position,
                # both persons the case names are men
                address=FormOfAddress.MR if name else FormOfAddress.NONE,
            )  # fmt: skip
            self.persons.append(self.work.add(PERSONS, person))

    def _final_review(self) -> None:
        held_on = date(2017, 12, 29)
        conference = self.work.add(
            CONFERENCES,
            Conference(
                id=ConferenceId(0),
                code=self._conference_code(held_on.year),
                kind=ConferenceKind.FINAL_REVIEW,
                title=sample_texts.TITLE_2017,
                state=ConferenceState.HELD,
                held_on=held_on,
                start_time="14:00",
                ended_on=held_on,
                end_time="16:30",
                place=sample_texts.PLACE_2017,
                chair_id=self.persons[sample_texts.CHAIR].id,
                recorder_id=self.persons[sample_texts.RECORDER].id,
                purpose=sample_texts.PURPOSE_2017,
                documents=sample_texts.DOCUMENTS_2017,
                proceedings=sample_texts.PROCEEDINGS_2017,
                minutes_number=5,
            ),
        )
        self._agenda(conference.id, sample_texts.AGENDA_2017)
        self._attendance(conference.id)
        self._speeches(conference.id)
        for number, (kind, text) in enumerate(sample_texts.CONCLUSIONS_2017, 1):
            conclusion = Conclusion(
                id=ConclusionId(0), conference_id=conference.id, number=number, kind=kind,
                text=text,
            )  # fmt: skip
            self.conclusions.append(self.work.add(CONCLUSIONS, conclusion))

        self._notice(conference)

    def _notice(self, conference: Conference) -> None:
        """Record the notice that gave the tasks to the units on 05/01/2018."""
        number = sample_texts.NOTICE_NUMBER
        paper = Document(
            id=DocumentId(0),
            type=DocumentType.NOTICE,
            style=DocumentStyle.PARTY,
            number=number,
            symbol=symbol(DocumentStyle.PARTY, number, DocumentType.NOTICE, "BCĐ"),
            term="2015-2020",
            issued_on=sample_texts.NOTICE_DAY,
            subject=sample_texts.NOTICE_SUBJECT,
            signer_id=conference.chair_id,
            recipients=sample_texts.RECIPIENTS,
            conference_id=conference.id,
        )
        self.work.add(DOCUMENTS, paper)

    def _next_briefing(self) -> None:
        held_on = date(2018, 4, 5)
        conference = self.work.add(
            CONFERENCES,
            Conference(
                id=ConferenceId(0),
                code=self._conference_code(held_on.year),
                kind=ConferenceKind.BRIEFING,
                title=sample_texts.TITLE_2018,
                held_on=held_on,
                previous_id=self.conclusions[0].conference_id,
                start_time="08:00",
                place=sample_texts.PLACE_2017,
                chair_id=self.persons[sample_texts.CHAIR].id,
                recorder_id=self.persons[sample_texts.RECORDER].id,
            ),
        )
        self._agenda(conference.id, sample_texts.AGENDA_2018)
        for position, person in enumerate(self.persons, 1):
            self._participant(conference.id, position, person, AttendanceState.INVITED)

    def _conference_code(self, year: int) -> str:
        return self.work.next_code(codes.CONFERENCE, year)

    def _agenda(self, conference_id: ConferenceId, items: tuple[tuple[str, str, str], ...]) -> None:
        for position, (start, title, presenter) in enumerate(items, 1):
            item = AgendaItem(
                id=AgendaItemId(0), conference_id=conference_id, position=position, title=title,
                start_time=start, presenter=presenter,
            )  # fmt: skip
            self.work.add(AGENDA_ITEMS, item)

    def _attendance(self, conference_id: ConferenceId) -> None:
        came = (AttendanceState.PRESENT, "", "")
        for place, person in enumerate(self.persons):
            state, substitute, reason = sample_texts.ABSENCES_2017.get(place, came)
            self._participant(conference_id, place + 1, person, state, substitute, reason)
        for position, post in enumerate(sample_texts.GUESTS_2017, len(self.persons) + 1):
            guest = Attendance(
                id=AttendanceId(0), conference_id=conference_id, position=position, name="",
                post=post, state=AttendanceState.PRESENT, is_guest=True,
            )  # fmt: skip
            self.work.add(ATTENDANCES, guest)

    def _participant(
        self,
        conference_id: ConferenceId,
        position: int,
        person: Person,
        state: AttendanceState,
        substitute: str = "",
        reason: str = "",
    ) -> None:
        self.work.add(
            ATTENDANCES,
            Attendance(
                id=AttendanceId(0),
                conference_id=conference_id,
                position=position,
                name=person.full_name,
                post=person.post,
                person_id=person.id,
                unit_id=person.unit_id,
                state=state,
                substitute_post=substitute,
                reason=reason,
            ),
        )

    def _speeches(self, conference_id: ConferenceId) -> None:
        for position, (speaker, post, gist) in enumerate(sample_texts.SPEECHES_2017, 1):
            speech = Speech(
                id=SpeechId(0), conference_id=conference_id, position=position, speaker=speaker,
                post=post, gist=gist,
            )  # fmt: skip
            self.work.add(SPEECHES, speech)

    def _fan_out(self) -> None:
        conclusion = self.conclusions[0]
        pattern = SampleTask(
            title=sample_tasks.FAN_OUT_TITLE,
            lead="",
            assigned_on=date(2018, 1, 5),
            due=sample_tasks.FAN_OUT_DUE,
            conclusion=conclusion.number,
            kind=(DeadlineKind.DATE, sample_tasks.FAN_OUT_WORDING),
            product=sample_tasks.FAN_OUT_PRODUCT,
        )
        parent = self.work.add(TASKS, self._record(pattern))
        for short, state, percent, finished_on, told in sample_tasks.FAN_OUT:
            child = SampleTask(
                title=pattern.title, lead=short, assigned_on=pattern.assigned_on,
                due=pattern.due, conclusion=pattern.conclusion, kind=pattern.kind,
                product=pattern.product, state=state, percent=percent, finished_on=finished_on,
                told=told,
            )  # fmt: skip
            self._task(child, parent.id)

    def _task(self, given: SampleTask, parent_id: TaskId | None = None) -> None:
        task = self.work.add(TASKS, self._record(given, parent_id))
        for short, part in given.parts:
            coordination = Coordination(
                id=CoordinationId(0), task_id=task.id, unit_id=self.units[short], part=part
            )
            self.work.add(COORDINATIONS, coordination)
        for told in given.told:
            self.work.add(PROGRESS_REPORTS, self._report(task, told))
        for moved in given.moved:
            extension = Extension(
                id=ExtensionId(0), task_id=task.id, old_due=moved.old, new_due=moved.new,
                reason=moved.reason, paper=moved.paper, approved_on=moved.approved_on,
            )  # fmt: skip
            self.work.add(EXTENSIONS, extension)

    def _record(self, given: SampleTask, parent_id: TaskId | None = None) -> Task:
        conclusion = None
        if given.conclusion is not None:
            conclusion = self.conclusions[given.conclusion - 1]
        kind, wording = given.kind
        return Task(
            id=TaskId(0),
            code=next_code(self.work, given.assigned_on),
            title=given.title,
            lead_unit_id=self.units.get(given.lead),
            product=given.product,
            origin=given.origin if conclusion is None else Origin.CONCLUSION,
            quoted="" if conclusion is None else conclusion.text,
            conclusion_id=None if conclusion is None else conclusion.id,
            focal_person=given.person,
            urgency=given.urgency,
            deadline_kind=kind,
            deadline_wording=wording,
            original_due=given.moved[0].old if given.moved else given.due,
            due=given.due,
            work_state=given.state,
            percent=given.percent,
            assigned_on=given.assigned_on,
            finished_on=given.finished_on,
            parent_id=parent_id,
            note=given.note,
        )

    def _report(self, task: Task, told: SampleReport) -> ProgressReport:
        return ProgressReport(
            id=ProgressReportId(0),
            task_id=task.id,
            happened_on=told.on,
            entered_at=datetime.combine(told.on, time(16)),
            unit_id=self.units[told.unit] if told.unit else task.lead_unit_id,
            state=told.state,
            percent=told.percent,
            result=told.result,
            difficulty=told.difficulty,
            proposal=told.proposal,
            evidence=told.evidence,
        )
