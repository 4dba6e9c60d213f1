-- What a task must make clear is a list of the office's own; without one the usual list holds.
alter table committee add column clarity text not null default '';
