create table task_template (
    id integer primary key autoincrement,
    name text not null,
    note text not null
) strict;

create table task_template_item (
    id integer primary key autoincrement,
    task_template_id integer not null references task_template (id) on delete restrict,
    position integer not null,
    title text not null,
    content text not null,
    product text not null,
    lead_unit_id integer references unit (id) on delete restrict,
    urgency text not null,
    offset integer not null
) strict;
create index task_template_item_template on task_template_item (task_template_id);
create index task_template_item_unit on task_template_item (lead_unit_id);
