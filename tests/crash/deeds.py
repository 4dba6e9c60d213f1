"""What people do with a register; each deed knows what must hold wherever it is cut short."""

import os
from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

import openpyxl

from coordapp.domain.tasks.queries import TaskQuery
from coordapp.services.committee import committee_actions
from coordapp.services.documents import signing
from coordapp.services.exports import paper_exports
from coordapp.services.file import backups, restoring
from coordapp.services.file.progress import Progress
from coordapp.services.importing import import_actions, import_reading
from coordapp.services.importing.import_actions import AgreedImport
from coordapp.services.importing.import_reading import ImportChoices
from coordapp.services.sample.sample_file import SAMPLE_DAY, write_sample
from coordapp.services.tasks import task_actions
from coordapp.services.tasks.task_actions import TaskDraft
from coordapp.store import Store
from coordapp.store.file import backup, opening, swap
from coordapp.store.file.tables import TASKS
from coordapp.store.queries import committee_queries, conference_queries, document_queries, health
from tests.build import a_task
from tests.crash import deeds_of_case, deeds_of_keeping
from tests.files.make_workbooks import HEAD, a_book

Tell = Callable[[str], None]
AT = datetime(2018, 3, 31, 8, 30)
OLD = Path(__file__).parents[1] / "files" / "schema-2.db"
CONFERENCE = "HN-2017-01"
ROWS = 30  # of an import
FOREVER = 100_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Deed:
    """Prepared in a folder, done there while it tells what it has finished, and looked at after."""

    name: str
    prepare: Callable[[Path], None]
    do: Callable[[Path, Tell], None]
    check: Callable[[Path, list[str]], None]


@cache
def sample() -> bytes:
    with TemporaryDirectory() as folder:
        path = Path(folder) / "mau.db"
        write_sample(path)
        return path.read_bytes()


def register(folder: Path) -> Path:
    return folder / "sổ.db"


def put_sample(folder: Path) -> None:
    register(folder).write_bytes(sample())


def sound(folder: Path) -> Store:
    """Open the register as the next start would; nothing is wrong with it."""
    store = Store.open(register(folder))
    found = health.findings(store.connection)
    assert found == [], found
    return store


def codes(store: Store) -> set[str]:
    return {task.code for task in TASKS.where(store.connection)}


# --- typing, adding, taking back


def type_on(folder: Path, tell: Tell) -> None:
    with closing(Store.open(register(folder))) as store:
        task = TASKS.where(store.connection, "1 order by id")[0]
        tell("0")
        for n in range(1, FOREVER):
            now = replace(TASKS.get(store.connection, task.id), title=f"Đang gõ {n}")
            task_actions.edit(store, TaskDraft(task=now), SAMPLE_DAY)
            tell(str(n))


def check_typed(folder: Path, told: list[str]) -> None:
    with closing(sound(folder)) as store:
        title = TASKS.where(store.connection, "1 order by id")[0].title
    last = int(told[-1]) if told else 0
    allowed = {f"Đang gõ {last}", f"Đang gõ {last + 1}"}
    assert title in allowed or last == 0, (title, last)


def add_on(folder: Path, tell: Tell) -> None:
    with closing(Store.open(register(folder))) as store:
        for n in range(FOREVER):
            draft = TaskDraft(task=a_task(title=f"Việc {n}", code=""))
            tell(task_actions.add(store, draft, SAMPLE_DAY).code)
            if n % 3 == 2:
                store.undo()
                store.redo()


def check_added(folder: Path, told: list[str]) -> None:
    with closing(sound(folder)) as store:
        missing = set(told[:-1]) - codes(store)
    # the last one may be on its way back and forth
    assert not missing, missing


def delete_on(folder: Path, tell: Tell) -> None:
    with closing(Store.open(register(folder))) as store:
        for task in TASKS.where(store.connection, "1 order by id desc"):
            task_actions.delete(store, [task.id])
            tell(task.code)


def check_deleted(folder: Path, told: list[str]) -> None:
    with closing(sound(folder)) as store:
        assert not set(told) & codes(store)


# --- signing, import


def sign(folder: Path, tell: Tell) -> None:
    with closing(Store.open(register(folder))) as store:
        conference = conference_queries.by_code(store.connection, CONFERENCE)
        assert conference is not None
        signing.sign(store, conference.id)
        tell("signed")


def check_signed(folder: Path, told: list[str]) -> None:
    with closing(sound(folder)) as store:
        conference = conference_queries.by_code(store.connection, CONFERENCE)
        assert conference is not None
        paper = document_queries.signed_minutes(store.connection, conference.id)
    assert paper is not None or not told


def put_import(folder: Path) -> None:
    put_sample(folder)
    rows = [(n, f"Việc nhập {n}", "HND", "", "31/12/2018") for n in range(ROWS)]
    a_book(HEAD, *rows).save(folder / "vào.xlsx")


def bring_in(folder: Path, tell: Tell) -> None:
    with closing(Store.open(register(folder))) as store:
        workbook = import_reading.read(folder / "vào.xlsx", Progress().step)
        choices = ImportChoices()
        found, plan = import_reading.plan(store.connection, workbook, choices, SAMPLE_DAY)
        agreed = AgreedImport(workbook=workbook, tables=found, choices=choices, plan=plan)
        import_actions.apply(store, agreed, SAMPLE_DAY)
        tell("imported")


def check_imported(folder: Path, told: list[str]) -> None:
    with closing(sound(folder)) as store:
        titles = [task.title for task in TASKS.where(store.connection)]
    count = sum(title.startswith("Việc nhập") for title in titles)
    assert count in ((ROWS,) if told else (0, ROWS)), count


# --- copies


def copy_on(folder: Path, tell: Tell) -> None:
    for n in range(FOREVER):
        tell(backups.make(register(folder), AT + timedelta(seconds=n)).name)


def check_copied(folder: Path, told: list[str]) -> None:
    path = register(folder)
    assert path.read_bytes() == sample()
    held = {one.path.name: one for one in backups.listed(path)}
    assert set(told) <= held.keys()
    for one in held.values():
        backup.examine(one.path)
    backups.clear_leftovers(path)
    assert not list(backups.folder_of(path).glob("*.tmp*"))


def put_two(folder: Path) -> None:
    put_sample(folder)
    for word in ("A", "B"):
        copy = folder / f"{word}.db"
        copy.write_bytes(sample())
        with closing(Store.open(copy)) as store:
            draft = TaskDraft(task=a_task(title=f"bản {word}", code=""))
            task_actions.add(store, draft, SAMPLE_DAY)


def go_back_on(folder: Path, tell: Tell) -> None:
    for n in range(FOREVER):
        word = "AB"[n % 2]
        restoring.restore(folder / f"{word}.db", register(folder), AT + timedelta(seconds=n))
        tell(word)


def check_gone_back(folder: Path, told: list[str]) -> None:
    with closing(sound(folder)) as store:
        titles = {task.title for task in TASKS.where(store.connection)}
    now = "".join(sorted(title[-1] for title in titles if title.startswith("bản ")))
    following = "B" if told and told[-1] == "A" else "A"
    assert now in ({told[-1], following} if told else {"", "A"}), (now, told[-1:])


# --- schema, first start, papers


def put_old(folder: Path) -> None:
    register(folder).write_bytes(OLD.read_bytes())


def bring_forward(folder: Path, tell: Tell) -> None:
    backups.before_migration(register(folder), AT)
    Store.open(register(folder)).close()
    tell("new")


def check_brought_forward(folder: Path, told: list[str]) -> None:
    with closing(sound(folder)) as store:
        assert opening.schema_version(store.connection) == opening.newest_version()
        assert len(codes(store)) == 3
    for held in backups.listed(register(folder)):
        backup.examine(held.path)


def found(folder: Path, tell: Tell) -> None:
    committee_actions.write_new(register(folder))
    tell("founded")


def check_founded(folder: Path, told: list[str]) -> None:
    assert register(folder).exists() or not told
    if not register(folder).exists():
        committee_actions.write_new(register(folder))
    with closing(sound(folder)) as store:
        assert committee_queries.read(store.connection) is not None
    assert [one.name for one in folder.iterdir() if one.name.endswith(".new")] == []


def put_table(folder: Path) -> None:
    put_sample(folder)
    a_book(("cũ",)).save(folder / "ra.xlsx")


def export(folder: Path, tell: Tell) -> None:
    paper_exports.export_register(
        register(folder), TaskQuery(), SAMPLE_DAY, folder / "ra.xlsx", step=Progress().step
    )
    tell("exported")


def check_exported(folder: Path, told: list[str]) -> None:
    book = openpyxl.load_workbook(folder / "ra.xlsx")
    first = book.worksheets[0]["A1"].value
    book.close()
    assert first != "cũ" or not told
    assert register(folder).read_bytes() == sample()


# --- what a kill left half written


def put_half_written(folder: Path) -> None:
    """Leave pages of an action in the file, and the journal that takes them out again."""
    put_sample(folder)
    child = os.fork()
    if child == 0:
        try:
            raw = opening.connect(register(folder))
            # a cache of a few pages: the rest is in the file before the end of the action
            raw.execute("pragma cache_size = 5")
            raw.execute("begin immediate")
            raw.execute(
                "update task set title = title || ' nửa chừng', note = hex(randomblob(4000))"
            )
        finally:
            os._exit(0)
    os.waitpid(child, 0)
    assert swap.has_journal(register(folder))


def recover(folder: Path, tell: Tell) -> None:
    Store.open(register(folder)).close()
    tell("recovered")


def check_recovered(folder: Path, told: list[str]) -> None:
    with closing(sound(folder)) as store:
        titles = [task.title for task in TASKS.where(store.connection)]
    assert titles
    assert not any("nửa chừng" in title for title in titles)
    assert not told or not swap.has_journal(register(folder))


# --- the rest of the case, and the trash


def put_case(folder: Path) -> None:
    register(folder).write_bytes(deeds_of_case.case()[0])


def act(folder: Path, tell: Tell) -> None:
    deeds_of_case.act(register(folder), tell)


def check_acted(folder: Path, told: list[str]) -> None:
    with closing(sound(folder)) as store:
        deeds_of_case.check_acted(store, told)


def conclude(folder: Path, tell: Tell) -> None:
    deeds_of_case.conclude(register(folder), tell)


def check_concluded(folder: Path, told: list[str]) -> None:
    with closing(sound(folder)) as store:
        deeds_of_case.check_concluded(store, told)


def put_trash(folder: Path) -> None:
    register(folder).write_bytes(deeds_of_case.thrown_away())


def purge(folder: Path, tell: Tell) -> None:
    deeds_of_case.purge_on(register(folder), tell)


def check_purged(folder: Path, told: list[str]) -> None:
    with closing(sound(folder)) as store:
        deeds_of_case.check_purged(register(folder), store, told)


# --- whole files


def hand_over(folder: Path, tell: Tell) -> None:
    deeds_of_keeping.hand_over(register(folder), tell)


def check_handed_over(folder: Path, told: list[str]) -> None:
    assert register(folder).read_bytes() == sample()
    deeds_of_keeping.check_handed_over(register(folder), told)


def put_spoilt(folder: Path) -> None:
    put_sample(folder)
    deeds_of_keeping.spoil(register(folder))


def salvage(folder: Path, tell: Tell) -> None:
    deeds_of_keeping.salvage(register(folder), tell)


def check_salvaged(folder: Path, told: list[str]) -> None:
    deeds_of_keeping.check_salvaged(register(folder), told)


def put_lacking(folder: Path) -> None:
    put_sample(folder)
    deeds_of_keeping.lose_computed(register(folder))


def mend(folder: Path, tell: Tell) -> None:
    deeds_of_keeping.mend(register(folder), tell)


def check_mended(folder: Path, told: list[str]) -> None:
    deeds_of_keeping.check_mended(register(folder), told)


def nothing(_: Path) -> None:
    """Begin in an empty folder."""


DEEDS = (
    Deed(name="type", prepare=put_sample, do=type_on, check=check_typed),
    Deed(name="add", prepare=put_sample, do=add_on, check=check_added),
    Deed(name="delete", prepare=put_sample, do=delete_on, check=check_deleted),
    Deed(name="sign", prepare=put_sample, do=sign, check=check_signed),
    Deed(name="import", prepare=put_import, do=bring_in, check=check_imported),
    Deed(name="backup", prepare=put_sample, do=copy_on, check=check_copied),
    Deed(name="restore", prepare=put_two, do=go_back_on, check=check_gone_back),
    Deed(name="migrate", prepare=put_old, do=bring_forward, check=check_brought_forward),
    Deed(name="create", prepare=nothing, do=found, check=check_founded),
    Deed(name="recover", prepare=put_half_written, do=recover, check=check_recovered),
    Deed(name="case", prepare=put_case, do=act, check=check_acted),
    Deed(name="conference", prepare=put_sample, do=conclude, check=check_concluded),
    Deed(name="purge", prepare=put_trash, do=purge, check=check_purged),
    Deed(name="export", prepare=put_table, do=export, check=check_exported),
    Deed(name="handover", prepare=put_sample, do=hand_over, check=check_handed_over),
    Deed(name="salvage", prepare=put_spoilt, do=salvage, check=check_salvaged),
    Deed(name="repair", prepare=put_lacking, do=mend, check=check_mended),
)


def in_folder(folder: Path) -> None:
    """Have everything the deed writes beside the register go below the folder too."""
    os.environ["XDG_DATA_HOME"] = str(folder / "data")
