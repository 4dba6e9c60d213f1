create table committee (
    id integer primary key check (id = 1),
    name text not null,
    superior_body text not null,
    document_code text not null,
    place text not null,
    document_style text not null check (document_style in ('party', 'state')),
    term text not null,
    due_soon_days integer not null,
    report_cutoff_day integer not null,
    recipients text not null,
    is_sample integer not null,
    working_day text
) strict;

create table unit (
    id integer primary key autoincrement,
    name text not null,
    short_name text not null unique,
    document_code text not null,
    kind text not null,
    position integer not null,
    aliases text not null,
    valid_from text,
    valid_to text,
    successor_id integer references unit (id) on delete restrict
) strict;

create table person (
    id integer primary key autoincrement,
    full_name text not null,
    post text not null,
    rank text not null,
    unit_id integer references unit (id) on delete restrict,
    role text not null,
    position integer not null,
    role_from text,
    role_to text,
    decision_number text not null
) strict;

create table conference (
    id integer primary key autoincrement,
    code text not null unique,
    kind text not null,
    title text not null,
    state text not null,
    held_on text,
    start_time text not null,
    ended_on text,
    end_time text not null,
    place text not null,
    chair_id integer references person (id) on delete restrict,
    recorder_id integer references person (id) on delete restrict,
    purpose text not null,
    documents text not null,
    proceedings text not null,
    minutes_number integer
) strict;

create table agenda_item (
    id integer primary key autoincrement,
    conference_id integer not null references conference (id) on delete restrict,
    position integer not null,
    title text not null,
    start_time text not null,
    presenter text not null
) strict;
create index agenda_item_conference on agenda_item (conference_id);

create table attendance (
    id integer primary key autoincrement,
    conference_id integer not null references conference (id) on delete restrict,
    position integer not null,
    name text not null,
    post text not null,
    person_id integer references person (id) on delete restrict,
    unit_id integer references unit (id) on delete restrict,
    state text not null,
    is_guest integer not null,
    substitute_name text not null,
    substitute_post text not null,
    reason text not null
) strict;
create index attendance_conference on attendance (conference_id);

create table speech (
    id integer primary key autoincrement,
    conference_id integer not null references conference (id) on delete restrict,
    position integer not null,
    speaker text not null,
    post text not null,
    gist text not null
) strict;
create index speech_conference on speech (conference_id);

create table conclusion (
    id integer primary key autoincrement,
    conference_id integer not null references conference (id) on delete restrict,
    number integer not null,
    kind text not null,
    text text not null,
    no_task_reason text not null
) strict;
create index conclusion_conference on conclusion (conference_id);

create table task (
    id integer primary key autoincrement,
    code text not null unique,
    title text not null,
    lead_unit_id integer references unit (id) on delete restrict,
    content text not null,
    product text not null,
    origin text not null,
    quoted text not null,
    conclusion_id integer references conclusion (id) on delete restrict,
    focal_person text not null,
    urgency text not null,
    deadline_kind text not null,
    deadline_wording text not null,
    original_due text,
    due text,
    work_state text not null,
    percent integer check (percent between 0 and 100),
    assigned_on text,
    finished_on text,
    parent_id integer references task (id) on delete restrict,
    note text not null
) strict;
create index task_conclusion on task (conclusion_id);
create index task_parent on task (parent_id);
create index task_lead_unit on task (lead_unit_id);

create table coordination (
    id integer primary key autoincrement,
    task_id integer not null references task (id) on delete restrict,
    unit_id integer not null references unit (id) on delete restrict,
    part text not null,
    unique (task_id, unit_id)
) strict;
create index coordination_unit on coordination (unit_id);

create table progress_report (
    id integer primary key autoincrement,
    task_id integer not null references task (id) on delete restrict,
    happened_on text not null,
    entered_at text not null,
    unit_id integer references unit (id) on delete restrict,
    state text not null,
    percent integer check (percent between 0 and 100),
    result text not null,
    difficulty text not null,
    proposal text not null,
    evidence text not null
) strict;
create index progress_report_task on progress_report (task_id);

create table extension (
    id integer primary key autoincrement,
    task_id integer not null references task (id) on delete restrict,
    old_due text,
    new_due text not null,
    reason text not null,
    paper text not null,
    approved_on text
) strict;
create index extension_task on extension (task_id);

create table day_off (
    id integer primary key autoincrement,
    day text not null unique,
    kind text not null,
    source text not null,
    confirmed integer not null
) strict;

create table counter (
    run text primary key,
    last integer not null
) strict, without rowid;

create table change_log (
    id integer primary key autoincrement,
    op_id integer not null,
    at text not null,
    who text not null,
    op text not null,
    kind text not null,
    record_id integer not null,
    before text,
    after text,
    hash text not null
) strict;
create index change_log_record on change_log (kind, record_id);
create index change_log_op on change_log (op_id);

create trigger change_log_is_never_edited before update on change_log
begin
    select raise(abort, 'change_log is append-only');
end;
create trigger change_log_is_never_shortened before delete on change_log
begin
    select raise(abort, 'change_log is append-only');
end;

create virtual table search using fts5 (
    kind unindexed, record_id unindexed, folded, exact, tokenize = "unicode61 remove_diacritics 0"
);
