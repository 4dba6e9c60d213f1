create table register_view (
    id integer primary key autoincrement,
    name text not null unique,
    shape text not null
) strict;
