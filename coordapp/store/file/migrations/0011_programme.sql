create table programme (
    id integer primary key autoincrement,
    code text not null unique,
    title text not null,
    number text not null,
    signed_on text,
    first_year integer not null,
    last_year integer not null,
    note text not null
) strict;

create table programme_party (
    id integer primary key autoincrement,
    programme_id integer not null references programme (id) on delete restrict,
    position integer not null,
    unit_id integer references unit (id) on delete restrict,
    name text not null
) strict;
create index programme_party_programme on programme_party (programme_id);
create index programme_party_unit on programme_party (unit_id);

create table programme_item (
    id integer primary key autoincrement,
    programme_id integer not null references programme (id) on delete restrict,
    position integer not null,
    title text not null,
    scope text not null,
    unit_id integer references unit (id) on delete restrict,
    year integer not null
) strict;
create index programme_item_programme on programme_item (programme_id);
create index programme_item_unit on programme_item (unit_id);

create table directive (
    id integer primary key autoincrement,
    code text not null unique,
    number text not null,
    kind text not null,
    issuer text not null,
    signed_on text,
    subject text not null,
    note text not null
) strict;

create table directive_section (
    id integer primary key autoincrement,
    directive_id integer not null references directive (id) on delete restrict,
    position integer not null,
    level integer not null,
    number text not null,
    title text not null,
    text text not null
) strict;
create index directive_section_directive on directive_section (directive_id);

create table conclusion_source (
    id integer primary key autoincrement,
    conclusion_id integer not null references conclusion (id) on delete restrict,
    directive_id integer not null references directive (id) on delete restrict,
    directive_section_id integer references directive_section (id) on delete restrict
) strict;
create index conclusion_source_conclusion on conclusion_source (conclusion_id);
create index conclusion_source_directive on conclusion_source (directive_id);
create index conclusion_source_section on conclusion_source (directive_section_id);

create table milestone (
    id integer primary key autoincrement,
    directive_id integer references directive (id) on delete restrict,
    programme_id integer references programme (id) on delete restrict,
    year integer not null,
    planned text not null,
    done text not null,
    judgement text not null,
    proposal text not null
) strict;
create index milestone_directive on milestone (directive_id);
create index milestone_programme on milestone (programme_id);

alter table task add column directive_section_id integer
    references directive_section (id) on delete restrict;
create index task_directive_section on task (directive_section_id);
alter table task add column programme_item_id integer
    references programme_item (id) on delete restrict;
create index task_programme_item on task (programme_item_id);
