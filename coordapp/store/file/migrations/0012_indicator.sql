create table indicator (
    id integer primary key autoincrement,
    code text not null unique,
    name text not null,
    unit_of_measure text not null,
    field text not null,
    direction text not null,
    accumulation text not null,
    sharing text not null,
    is_qualitative integer not null,
    position integer not null,
    conclusion_id integer references conclusion (id) on delete restrict,
    directive_section_id integer references directive_section (id) on delete restrict,
    task_id integer references task (id) on delete restrict,
    note text not null
) strict;
create index indicator_conclusion on indicator (conclusion_id);
create index indicator_section on indicator (directive_section_id);
create index indicator_task on indicator (task_id);

create table indicator_value (
    id integer primary key autoincrement,
    indicator_id integer not null references indicator (id) on delete restrict,
    period text not null,
    unit_id integer references unit (id) on delete restrict,
    plan text not null,
    actual text not null,
    source text not null,
    source_on text,
    note text not null
) strict;
create unique index indicator_value_once on indicator_value (indicator_id, period, coalesce(unit_id, 0));
create index indicator_value_unit on indicator_value (unit_id);
