create table summary (
    id integer primary key autoincrement,
    since text not null,
    until text not null,
    version integer not null,
    kept_on text,
    author text not null,
    subject text not null,
    situation text not null,
    leadership text not null,
    strengths text not null,
    shortcomings text not null,
    own_causes text not null,
    outside_causes text not null,
    lessons text not null,
    directions text not null,
    proposals text not null,
    unique (since, until, version)
) strict;

create table summary_figure (
    id integer primary key autoincrement,
    summary_id integer not null references summary (id) on delete restrict,
    position integer not null,
    key text not null,
    name text not null,
    value text not null,
    source text not null
) strict;
create index summary_figure_summary on summary_figure (summary_id);
