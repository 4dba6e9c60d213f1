-- who called a conference, and the programme of coordination it was held for
alter table conference add column organiser text not null default '';
alter table conference add column programme_id integer references programme (id) on delete restrict;
create index conference_programme on conference (programme_id);
