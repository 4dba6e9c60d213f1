"""The papers of a conference in the window: issued, signed, saved, compared."""

from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QMenu, QMessageBox

from coordapp.domain.committee.committee import DocumentStyle
from coordapp.domain.committee.unit_group import UnitGroup
from coordapp.domain.conferences.conference import ConferenceState
from coordapp.domain.documents.document import DocumentType
from coordapp.domain.documents.papers import Paper
from coordapp.domain.kernel.changes import Op
from coordapp.domain.kernel.ids import UnitGroupId
from coordapp.domain.tasks.task import WorkState
from coordapp.services.committee import committee_actions, group_actions
from coordapp.services.documents import document_actions, issued_papers
from coordapp.settings import Settings
from coordapp.store.file.tables import CONFERENCES, DOCUMENTS, TASKS
from coordapp.store.queries import (
    committee_queries,
    conference_queries,
    document_queries,
    unit_queries,
)
from coordapp.ui.kit.navigation import OpenConference
from coordapp.ui.papers.issue_dialog import IssueDialog, IssueDraft, Receivers
from coordapp.ui.papers.release_dialog import ReleaseDialog
from coordapp.ui.papers.sign_dialog import SignDialog, SignDraft
from coordapp.ui.shell.window import Window
from tests.build import a_task
from tests.founding import new_store, set_up

TODAY = date(2018, 3, 31)
NOTICE = DocumentType.NOTICE
AGREED = SignDraft(number=5, repeat_agreed=False)


@pytest.fixture
def window(qtbot, qapp, sample, tmp_path):
    shown = Window(qapp, sample, TODAY, Settings(tmp_path / "settings.json"))
    qtbot.addWidget(shown)
    shown.follow(OpenConference(code="HN-2017-01"))
    shown.page("conferences").show_editor("papers")
    return shown


@pytest.fixture
def papers(window):
    return window.page("conferences").papers


@pytest.fixture
def drafts(sample):
    """Two drafts of the conference, as they were before its notice."""
    conference = conference_of(sample)
    with sample.write(Op.ADD_TASK) as work:
        for paper in document_queries.of_conference(work.connection, conference.id):
            work.drop(DOCUMENTS, paper.id)
        conclusion = conference_queries.conclusions(work.connection, TODAY, conference.id)[
            1
        ].conclusion
        return [
            work.add(
                TASKS,
                a_task(
                    code=f"NV-2018-9{number}",
                    work_state=WorkState.DRAFT,
                    assigned_on=None,
                    conclusion_id=conclusion.id,
                    quoted="Lời cũ",
                ),
            )
            for number in (1, 2)
        ]


def conference_of(sample):
    found = conference_queries.by_code(sample.connection, "HN-2017-01")
    assert found is not None
    return found


def notice(sample, number=6):
    blank = document_actions.blank(sample.connection, NOTICE, conference_of(sample).id)
    return IssueDraft(paper=replace(blank, number=number, issued_on=TODAY), repeat_agreed=False)


def state_of(sample, task):
    return TASKS.get(sample.connection, task.id).work_state


def shown(papers):
    return [paper.symbol for paper in papers.model.records()]


def dialog_of(qtbot, papers, sample, *types, note="", units=(), groups=()):
    blanks = {
        type_: document_actions.blank(sample.connection, type_, conference_of(sample).id)
        for type_ in types
    }
    made = IssueDialog(
        None,
        blanks,
        [],
        papers.issuing._look,
        TODAY,
        note=note,
        receivers=Receivers(units=units, groups=groups),
        worded=papers.issuing._worded,
    )
    qtbot.addWidget(made)
    return made


# --- the list


def test_the_papers_of_the_conference_are_listed(papers, qtmodeltester):
    assert shown(papers) == ["05-TB/BCĐ"]
    assert papers.waiting.isHidden()
    qtmodeltester.check(papers.model)


def test_another_window_that_issues_a_paper_is_heard(papers, sample, qtbot):
    document_actions.issue(sample, notice(sample).paper, TODAY)

    qtbot.waitUntil(lambda: shown(papers) == ["05-TB/BCĐ", "06-TB/BCĐ"])


def test_the_paper_just_recorded_is_the_current_one(papers, sample):
    papers.issuing.record(notice(sample))

    assert papers.table.current_record().symbol == "06-TB/BCĐ"


def test_drafts_are_counted_and_can_be_given_early(window, papers, sample, drafts, qtbot):
    qtbot.waitUntil(lambda: not papers.waiting.isHidden())
    assert papers.waiting.text().startswith("2 nhiệm vụ dự thảo")
    assert papers.issuing._what_goes().splitlines()[1:] == [
        "Kết luận 2 đã sửa sau khi dự thảo: NV-2018-91, NV-2018-92 lấy theo nội dung mới.",
        "Chưa có hạn: NV-2018-91, NV-2018-92.",
        "Chưa có sản phẩm: NV-2018-91, NV-2018-92.",
        "Đủ 5 rõ: 0/2 nhiệm vụ.",
        "Chưa rõ người: NV-2018-91, NV-2018-92.",
        "Chưa rõ thời gian: NV-2018-91, NV-2018-92.",
        "Chưa rõ kết quả: NV-2018-91, NV-2018-92.",
    ]

    dialog = ReleaseDialog(None, [(task, "HND") for task in drafts], TODAY)
    qtbot.addWidget(dialog)
    dialog.accept()
    assert [text for _, text in dialog.mistakes()]
    dialog.tasks.item(0).setCheckState(Qt.CheckState.Checked)
    dialog.reason.setPlainText("giao tại hội nghị")
    assert dialog.mistakes() == []
    papers.issuing.release_early(dialog.draft())

    assert [state_of(sample, task) for task in drafts] == [
        WorkState.NOT_STARTED,
        WorkState.DRAFT,
    ]


def test_issuing_the_notice_gives_the_drafts_and_says_that_it_is_kept(
    papers, sample, drafts, qtbot
):
    with qtbot.waitSignal(papers._context.messages.said) as said:
        papers.issuing.record(notice(sample))

    assert said.args == ["Đã ban hành 06-TB/BCĐ, lưu bản PDF, đã giao 2 nhiệm vụ"]
    assert {state_of(sample, task) for task in drafts} == {WorkState.NOT_STARTED}


def test_a_paper_is_deleted_and_comes_back(papers, sample, qtbot):
    papers.delete_current()
    qtbot.waitUntil(lambda: shown(papers) == [])

    sample.undo()

    qtbot.waitUntil(lambda: shown(papers) == ["05-TB/BCĐ"])


def test_a_refused_number_is_said(papers, sample, window, qtbot):
    with qtbot.waitSignal(window.context.run.refused) as said:
        papers.issuing.record(notice(sample, 5))

    assert said.args[0].startswith("Số 05 đã dùng cho 05-TB/BCĐ.")


# --- the dialogs


def test_the_dialog_proposes_the_next_number_and_its_symbol(qtbot, papers, sample):
    dialog = dialog_of(qtbot, papers, sample, NOTICE, note="Ban hành thì 2 nhiệm vụ được giao.")

    assert (dialog.number.text(), dialog.symbol.text()) == ("6", "06-TB/BCĐ")
    assert dialog.mistakes() == []


def test_the_symbol_follows_the_number_until_it_is_typed_over(qtbot, papers, sample):
    dialog = dialog_of(qtbot, papers, sample, NOTICE)
    dialog.number.setText("9")
    followed = dialog.symbol.text()
    dialog.symbol.setText("09a-TB/BCĐ")
    dialog.number.setText("10")

    assert followed == "09-TB/BCĐ"
    assert dialog.symbol.text() == "09a-TB/BCĐ"
    assert dialog._warning.text() == "Bỏ qua số 06–09."


def test_a_number_used_already_is_taken_only_when_agreed(qtbot, papers, sample):
    dialog = dialog_of(qtbot, papers, sample, NOTICE)
    dialog.number.setText("5")

    assert [text for _, text in dialog.mistakes()]
    dialog.again.setChecked(True)
    assert dialog.mistakes() == []
    assert dialog.draft().repeat_agreed


def test_another_type_has_its_own_run_and_words(qtbot, papers, sample):
    dialog = dialog_of(qtbot, papers, sample, NOTICE, DocumentType.INVITATION)
    dialog.type.setCurrentIndex(1)

    draft = dialog.draft().paper
    assert (draft.type, draft.number, draft.symbol) == (DocumentType.INVITATION, 1, "01-GM/BCĐ")
    assert draft.subject.startswith("dự hội nghị")


@pytest.mark.parametrize(
    ("spoil", "wrong"),
    [
        (lambda dialog: dialog.number.clear(), "number"),
        (lambda dialog: dialog.issued_on.setText("31/2"), "issued_on"),
        (lambda dialog: dialog.issued_on.setText(""), "issued_on"),
    ],
)
def test_what_cannot_be_saved_is_said_under_its_field(qtbot, papers, sample, spoil, wrong):
    dialog = dialog_of(qtbot, papers, sample, NOTICE)
    spoil(dialog)

    assert [field for field, _ in dialog.mistakes()] == [getattr(dialog, wrong)]


def test_the_number_follows_the_year_of_a_state_paper_until_it_is_typed(qtbot, papers, sample):
    body = committee_queries.read(sample.connection)
    committee_actions.edit_committee(sample, replace(body, document_style=DocumentStyle.STATE))
    for number, day in ((3, date(2018, 1, 5)), (8, date(2017, 1, 5))):
        blank = document_actions.blank(sample.connection, NOTICE, conference_of(sample).id)
        document_actions.issue(sample, replace(blank, number=number, issued_on=day), TODAY)
    dialog = dialog_of(qtbot, papers, sample, NOTICE)
    offered = dialog.number.text(), dialog.symbol.text()
    dialog.issued_on.setText("20/12/2017")
    dialog.issued_on.editingFinished.emit()
    followed = dialog.number.text(), dialog.symbol.text()
    dialog.number.setText("12")
    dialog.issued_on.setText("20/2/2018")
    dialog.issued_on.editingFinished.emit()

    assert offered == ("4", "04/TB-BCĐ")
    assert followed == ("9", "09/TB-BCĐ")
    assert dialog.number.text() == "12"
    assert dialog.subject.toPlainText().startswith("kết luận của người chủ trì tại")


def test_a_letter_is_worded_for_its_unit_until_the_person_writes(qtbot, papers, sample):
    units = unit_queries.all_units(sample.connection)
    dialog = dialog_of(qtbot, papers, sample, DocumentType.LETTER, units=units)
    places = [n for n, unit in enumerate(units, start=1) if unit.short_name in ("HND", "BDVTU")]
    said = []
    for place in places:
        dialog.unit.setCurrentIndex(place)
        said.append(dialog.text.toPlainText())
    dialog.text.setPlainText("Lời riêng.")
    dialog.unit.setCurrentIndex(places[0])

    assert [units[place - 1].name in text for place, text in zip(places, said, strict=True)]
    assert said[0] != said[1]
    assert dialog.text.toPlainText() == "Lời riêng."
    assert dialog.draft().paper.unit_id == units[places[0] - 1].id


def test_a_group_is_addressed_at_once_and_its_units_by_name_where_one_is_taken_out(
    qtbot, papers, sample
):
    held = unit_queries.all_units(sample.connection)
    names = [unit.name for unit in held]
    group = group_actions.add(sample, UnitGroup(id=UnitGroupId(0), name="các hội, đoàn thể tỉnh"))
    chosen = [unit for unit in held if unit.short_name in ("HND", "LĐLĐ", "Hội CCB")]
    group_actions.set_members(sample, group.id, [unit.id for unit in chosen])
    dialog = dialog_of(
        qtbot, papers, sample, DocumentType.EXTRACT, DocumentType.LETTER, units=held,
        groups=unit_queries.groups_of_units(sample.connection),
    )  # fmt: skip
    alone = dialog.unit.count()
    dialog.type.setCurrentIndex(1)
    dialog.unit.setCurrentIndex(dialog.unit.findText(group.name, Qt.MatchFlag.MatchStartsWith))
    whole = dialog.to.said.text(), dialog.text.toPlainText(), dialog.draft()
    gone = chosen[-1]
    dialog.to.ticks.item(names.index(gone.name)).setCheckState(Qt.CheckState.Unchecked)
    left = [unit.name for unit in chosen[:-1]]

    assert alone == 1 + len(held)
    assert whole[0] == f"Kính gửi: {group.name}"
    assert whole[2].paper.unit_id == chosen[0].id
    assert whole[2].further == tuple(unit.id for unit in chosen[1:])
    assert f", {group.name} còn " in whole[1]
    assert all(f". {unit.name}: " in whole[1] for unit in chosen)
    assert dialog.to.said.text() == f"Kính gửi: {'; '.join(left)}"
    assert "các đơn vị còn" in dialog.text.toPlainText()
    assert gone.name not in dialog.text.toPlainText()

    papers.issuing.record(whole[2])
    qtbot.waitUntil(lambda: papers.table.current_record().type is DocumentType.LETTER)
    paper = papers.table.current_record()
    again = papers.issuing._receivers(paper)
    assert again.further == [unit.id for unit in chosen[1:]]
    assert issued_papers.report_of(sample.connection, paper).addressees == (group.name,)


def test_an_extract_takes_number_and_day_of_its_notice_and_asks_for_its_unit(qtbot, papers, sample):
    units = unit_queries.all_units(sample.connection)
    dialog = dialog_of(qtbot, papers, sample, NOTICE, DocumentType.EXTRACT, units=units)
    dialog.type.setCurrentIndex(1)

    asked = dialog.mistakes()
    dialog.unit.setCurrentIndex(1 + [unit.short_name for unit in units].index("HND"))

    assert [field for field, _ in asked] == [dialog.unit]
    assert (dialog.number.text(), dialog.symbol.text()) == ("5", "05-TB/BCĐ")
    assert dialog.issued_on.text() == "05/01/2018"
    assert dialog.number.isReadOnly()
    assert dialog.issued_on.isReadOnly()
    assert dialog.mistakes() == []
    assert not dialog.draft().repeat_agreed


@pytest.mark.parametrize("type_", [DocumentType.EXTRACT, DocumentType.ASSIGNMENT])
def test_what_went_out_is_shown_as_kept_and_offers_a_replacement(papers, sample, type_, qtbot):
    blank = document_actions.blank(sample.connection, type_, conference_of(sample).id)
    hnd = next(u for u in unit_queries.all_units(sample.connection) if u.short_name == "HND")
    given = replace(blank, unit_id=hnd.id if type_ is DocumentType.EXTRACT else None)
    papers.issuing.record(IssueDraft(paper=given, repeat_agreed=False))
    qtbot.waitUntil(lambda: papers.table.current_record().type is type_)
    kept = papers.kept.text()
    with sample.write(Op.EDIT_TASK) as work:
        for task in TASKS.where(work.connection, "conclusion_id is not null"):
            work.put(TASKS, replace(task, product="Sản phẩm khác"))
    qtbot.waitUntil(lambda: papers.kept.text() != kept)

    assert "bản PDF đã ban hành" in kept
    assert "khác bản đã ban hành" in papers.kept.text()
    assert not papers.replace.isHidden()
    assert not papers.remove.isEnabled()


def test_recipients_and_day_follow_the_type_until_they_are_typed(qtbot, papers, sample):
    types = (DocumentType.INVITATION, DocumentType.LETTER, DocumentType.EXTRACT)
    dialog = dialog_of(qtbot, papers, sample, *types)
    shown = []
    for place in (1, 2, 0):
        dialog.type.setCurrentIndex(place)
        shown.append((dialog.recipients.toPlainText(), dialog.issued_on.text()))
    dialog.recipients.setPlainText("Nơi riêng")
    dialog.type.setCurrentIndex(1)

    assert shown[0] == ("Như trên", "31/03/2018")
    assert shown[1][1] == "05/01/2018"
    assert shown[2][1] == "31/03/2018"
    assert dialog.recipients.toPlainText() == "Nơi riêng"


def test_supplementary_minutes_need_words(qtbot, papers, sample):
    dialog = dialog_of(qtbot, papers, sample, DocumentType.SUPPLEMENT)

    assert [field for field, _ in dialog.mistakes()] == [dialog.text]


def sign_dialog(qtbot, papers, sample) -> SignDialog:
    paper = document_actions.minutes_paper(sample.connection, conference_of(sample))
    dialog = SignDialog(None, paper, papers.issuing._look, TODAY)
    qtbot.addWidget(dialog)
    return dialog


def test_signing_asks_about_a_number_used_twice(qtbot, papers, sample):
    fresh = sign_dialog(qtbot, papers, sample)
    other = conference_queries.by_code(sample.connection, "HN-2018-01")
    with sample.write(Op.EDIT_CONFERENCE) as work:
        work.put(CONFERENCES, replace(other, held_on=date(2017, 12, 5), minutes_number=5))
    twice = sign_dialog(qtbot, papers, sample)

    assert fresh.mistakes() == []
    assert [text for _, text in twice.mistakes()]
    twice.again.setChecked(True)
    assert twice.mistakes() == []
    twice.number.setText("7")
    assert twice.mistakes() == []
    assert not twice.again.isChecked()
    twice.number.clear()
    assert [field for field, _ in twice.mistakes()] == [twice.number]


def test_minutes_without_a_number_are_offered_the_next_one(qtbot, papers, sample):
    with sample.write(Op.EDIT_CONFERENCE) as work:
        work.put(CONFERENCES, replace(conference_of(sample), minutes_number=None))
    dialog = sign_dialog(qtbot, papers, sample)

    assert dialog.number.text()
    assert dialog.draft().number == int(dialog.number.text())
    papers.issuing.sign_minutes(dialog.draft())

    assert conference_of(sample).minutes_number == dialog.draft().number
    signed = document_queries.signed_minutes(sample.connection, conference_of(sample).id)
    assert signed.number == dialog.draft().number


# --- signing


def test_signing_locks_the_page_and_offers_supplementary_minutes(window, papers, sample, qtbot):
    papers.issuing.sign_minutes(AGREED)
    qtbot.waitUntil(lambda: shown(papers)[0] == "05-BB/BCĐ")

    page = window.page("conferences")
    assert conference_of(sample).state is ConferenceState.SIGNED
    assert not page.header.signed.isHidden()
    assert papers.sign.isHidden()
    assert not papers.supplement.isHidden()
    assert "mã kiểm tra" in papers.state.text()
    assert page.details.form.editors["place"].isReadOnly()


def test_undo_of_signing_is_refused_in_words(window, papers, sample, qtbot):
    papers.issuing.sign_minutes(AGREED)
    with qtbot.waitSignal(window.context.run.refused) as said:
        window.undo()

    assert said.args[0].startswith("Biên bản đã ký là bản chính thức")
    assert conference_of(sample).state is ConferenceState.SIGNED


def test_a_conference_not_held_yet_says_why_it_cannot_be_signed(window, papers):
    window.follow(OpenConference(code="HN-2018-01"))

    assert not papers.sign.isEnabled()
    assert papers.state.text() == "Biên bản ký được sau khi hội nghị đã họp."


def test_what_the_minutes_lack_is_said_where_she_asks_to_sign(window, papers, sample, qtbot):
    with sample.write(Op.EDIT_CONFERENCE) as work:
        work.put(CONFERENCES, replace(conference_of(sample), chair_id=None))
    qtbot.waitUntil(lambda: "còn thiếu: người chủ trì" in papers.state.text())

    assert not papers.sign.isEnabled()
    with qtbot.waitSignal(papers._context.messages.said) as said:
        window.page("conferences").header.sign_requested.emit()
    assert "còn thiếu: người chủ trì" in said.args[0]


def test_the_signed_paper_is_saved_opened_and_known_again(
    window, papers, sample, qtbot, tmp_path, monkeypatch
):
    opened = []
    monkeypatch.setattr(
        "PySide6.QtGui.QDesktopServices.openUrl",
        lambda url: opened.append(url.toLocalFile()) or True,
    )
    target = tmp_path / "ký.pdf"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(target), ""))
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(target), ""))
    papers.issuing.sign_minutes(AGREED)
    qtbot.waitUntil(lambda: len(shown(papers)) == 2)
    signed = document_queries.signed_minutes(sample.connection, conference_of(sample).id)
    papers.table.select_id(signed.id)

    papers.open_current()
    qtbot.waitUntil(lambda: bool(opened))
    with qtbot.waitSignal(papers._context.messages.said):
        papers.ask_save()
    window._papers._verifier.ask()
    qtbot.waitUntil(lambda: window._papers._verifier.box is not None)

    assert opened[0].endswith("đã ký.pdf")
    assert window._papers._verifier.box.text().startswith("Đúng bản đã ký: Biên bản 05-BB/BCĐ")
    window._papers._verifier.box.close()


def test_a_changed_file_is_warned_of(window, papers, sample, qtbot, tmp_path):
    other = tmp_path / "khác.pdf"
    other.write_bytes(b"%PDF-1.4")

    window._papers._verifier.compare(other)
    qtbot.waitUntil(lambda: window._papers._verifier.box is not None)

    assert window._papers._verifier.box.icon() is QMessageBox.Icon.Warning
    window._papers._verifier.box.close()


def test_a_file_that_is_gone_is_refused_in_words(window, qtbot, tmp_path):
    with qtbot.waitSignal(window.context.run.refused) as said:
        window._papers._verifier.compare(tmp_path / "không có.pdf")

    assert "Không thấy tệp" in said.args[0]


def test_supplementary_minutes_are_saved_as_a_paper(papers, sample, qtbot, tmp_path, monkeypatch):
    target = tmp_path / "bổ sung.pdf"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(target), ""))
    papers.issuing.sign_minutes(AGREED)
    blank = document_actions.blank(
        sample.connection, DocumentType.SUPPLEMENT, conference_of(sample).id
    )
    ready = replace(blank, number=6, issued_on=TODAY, text="Sửa số học sinh: 135.")
    paper, _ = document_actions.issue(sample, ready, TODAY)
    qtbot.waitUntil(lambda: len(shown(papers)) == 3)
    papers.table.select_id(paper.id)

    with qtbot.waitSignal(papers._context.messages.said):
        papers.ask_save()

    assert target.read_bytes().startswith(b"%PDF-")


def test_the_number_of_the_minutes_is_proposed_and_judged(window, papers, sample, qtbot):
    number = window.page("conferences").details.form.editors["minutes_number"]
    window.follow(OpenConference(code="HN-2018-01"))
    proposed = number.placeholderText()
    other = conference_queries.by_code(sample.connection, "HN-2018-01")
    with sample.write(Op.EDIT_CONFERENCE) as work:
        work.put(CONFERENCES, replace(other, minutes_number=5))
    window.follow(OpenConference(code="HN-2017-01"))

    assert proposed == "tiếp theo 06"
    assert number.toolTip() == "Số 05 đã dùng cho biên bản HN-2018-01."
    assert papers.state.text() == "Biên bản chưa ký. Số 05 đã dùng cho biên bản HN-2018-01."


# --- the menu


def paper_actions(window):
    (menu,) = [
        menu for menu in window.findChildren(QMenu) if menu.title() == "Của hội nghị đang chọn"
    ]
    return {action.data(): action for action in menu.actions()}


def test_the_menu_shows_every_paper_of_the_conference(window, qtbot):
    window.show()
    qtbot.waitExposed(window)
    window.go("tasks")
    actions = paper_actions(window)
    assert list(actions) == list(Paper)

    for paper, action in actions.items():
        action.trigger()
        page = window.page("conferences")
        assert window.current == "conferences"
        assert page.pane.preview.bar.paper_choice.value() is paper


def test_the_menu_of_papers_says_that_there_is_no_conference(qtbot, qapp, tmp_path):
    empty = new_store(tmp_path / "trong.db")
    set_up(empty)
    window = Window(qapp, empty, TODAY, Settings(tmp_path / "s.json"))
    qtbot.addWidget(window)
    window.show()
    page = window.page("conferences")

    with qtbot.waitSignal(page._context.messages.said) as said:
        paper_actions(window)[Paper.NOTICE].trigger()

    assert "Hãy thêm hội nghị" in said.args[0]
    window.close()
    empty.close()
