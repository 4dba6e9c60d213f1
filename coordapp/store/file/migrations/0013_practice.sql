create table practice (
    id integer primary key autoincrement,
    code text not null unique,
    name text not null,
    kind text not null,
    holder text not null,
    held_by text not null,
    unit_id integer references unit (id) on delete restrict,
    field text not null,
    level text not null,
    place text not null,
    started integer,
    result text not null,
    replicated_from_id integer references practice (id) on delete restrict,
    is_chosen integer not null,
    note text not null
) strict;
create index practice_unit on practice (unit_id);
create index practice_origin on practice (replicated_from_id);

create table practice_year (
    id integer primary key autoincrement,
    practice_id integer not null references practice (id) on delete restrict,
    year integer not null,
    state text not null,
    unique (practice_id, year)
) strict;

create table recognition (
    id integer primary key autoincrement,
    practice_id integer not null references practice (id) on delete restrict,
    step text not null,
    happened_on text,
    paper text not null
) strict;
create index recognition_practice on recognition (practice_id);

create table practice_count (
    id integer primary key autoincrement,
    unit_id integer not null references unit (id) on delete restrict,
    year integer not null,
    kept integer,
    new integer,
    source text not null,
    reported_on text,
    unique (unit_id, year)
) strict;

create table movement (
    id integer primary key autoincrement,
    code text not null unique,
    name text not null,
    year integer not null,
    launched_by text not null,
    paper text not null,
    launched_on text,
    content text not null
) strict;

create table commendation (
    id integer primary key autoincrement,
    movement_id integer not null references movement (id) on delete restrict,
    position integer not null,
    name text not null,
    holder text not null,
    unit_id integer references unit (id) on delete restrict,
    practice_id integer references practice (id) on delete restrict,
    form text not null,
    proposed_on text,
    decision text not null,
    decided_on text
) strict;
create index commendation_movement on commendation (movement_id);
create index commendation_unit on commendation (unit_id);
create index commendation_practice on commendation (practice_id);

create table report_due (
    id integer primary key autoincrement,
    code text not null unique,
    title text not null,
    period text not null,
    due_on text not null,
    paper text not null
) strict;

create table report_receipt (
    id integer primary key autoincrement,
    report_due_id integer not null references report_due (id) on delete restrict,
    unit_id integer not null references unit (id) on delete restrict,
    received_on text,
    paper text not null,
    note text not null,
    unique (report_due_id, unit_id)
) strict;
create index report_receipt_unit on report_receipt (unit_id);
