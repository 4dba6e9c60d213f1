-- outgoing papers; nothing is made of the numbers of minutes already in the conferences: until the
-- minutes are signed the number lives there alone. Tasks that are in the file keep their states.
create table document (
    id integer primary key autoincrement,
    type text not null,
    style text not null check (style in ('party', 'state')),
    number integer,
    symbol text not null,
    term text not null,
    issued_on text,
    subject text not null,
    signer_id integer references person (id) on delete restrict,
    authority text not null,
    recipients text not null,
    conference_id integer references conference (id) on delete restrict,
    text text not null,
    sha256 text not null,
    sealed text not null,
    signed_at text
) strict;
create index document_conference on document (conference_id);
