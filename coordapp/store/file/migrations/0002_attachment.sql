-- no foreign key to the holder, which may be a record of any kind, nor to the content, so that the
-- health check can name a file whose content is lost instead of a row number
create table attachment (
    id integer primary key autoincrement,
    kind text not null,
    record_id integer not null,
    name text not null,
    size integer not null check (size > 0),
    sha256 text not null,
    added_on text not null
) strict;
create index attachment_record on attachment (kind, record_id);

create table attachment_content (
    sha256 text primary key not null,
    content blob not null
) strict;
