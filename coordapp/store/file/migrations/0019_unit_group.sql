create table unit_group (
    id integer primary key autoincrement,
    name text not null,
    aliases text not null,
    position integer not null
) strict;

create table unit_group_member (
    id integer primary key autoincrement,
    unit_group_id integer not null references unit_group (id) on delete restrict,
    unit_id integer not null references unit (id) on delete restrict,
    unique (unit_group_id, unit_id)
) strict;
create index unit_group_member_unit on unit_group_member (unit_id);
