alter table person add column address text not null default 'none';
