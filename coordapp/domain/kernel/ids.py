"""Typed identifiers: one integer type per kind of record."""

from typing import NewType

CommitteeId = NewType("CommitteeId", int)
UnitId = NewType("UnitId", int)
PersonId = NewType("PersonId", int)
ConferenceId = NewType("ConferenceId", int)
AgendaItemId = NewType("AgendaItemId", int)
AttendanceId = NewType("AttendanceId", int)
SpeechId = NewType("SpeechId", int)
ConclusionId = NewType("ConclusionId", int)
TaskId = NewType("TaskId", int)
CoordinationId = NewType("CoordinationId", int)
ProgressReportId = NewType("ProgressReportId", int)
ExtensionId = NewType("ExtensionId", int)
DayOffId = NewType("DayOffId", int)
AttachmentId = NewType("AttachmentId", int)
DocumentId = NewType("DocumentId", int)
TaskTemplateId = NewType("TaskTemplateId", int)
TaskTemplateItemId = NewType("TaskTemplateItemId", int)
RegisterViewId = NewType("RegisterViewId", int)
