-- the conference whose conclusions are reviewed, why one was postponed or cancelled, how long a
-- point of the programme takes, and the committee's rule of how many must be there
alter table conference add column previous_id integer references conference (id) on delete restrict;
alter table conference add column state_reason text not null default '';
create index conference_previous on conference (previous_id);

alter table agenda_item add column minutes integer check (minutes between 1 and 600);

alter table committee add column quorum_rule text not null default 'two_thirds';
alter table committee add column substitutes_count integer not null default 1;
