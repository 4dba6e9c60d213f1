create table extension_with_ground (
    id integer primary key autoincrement,
    task_id integer not null references task (id) on delete restrict,
    old_due text,
    new_due text,
    reason text not null,
    paper text not null,
    approved_on text,
    ground text not null
) strict;
insert into extension_with_ground (
    id, task_id, old_due, new_due, reason, paper, approved_on, ground
)
select id, task_id, old_due, new_due, reason, paper, approved_on, 'extension'
from extension;
drop table extension;
alter table extension_with_ground rename to extension;
create index extension_task on extension (task_id);
