-- A letter goes to several units: the first stands in it, the others here. Whom a letter that is kept
-- went to is locked with the rest of it.
create table letter_unit (
    id integer primary key autoincrement,
    document_id integer not null references document (id) on delete restrict,
    unit_id integer not null references unit (id) on delete restrict,
    unique (document_id, unit_id)
) strict;
create index letter_unit_unit on letter_unit (unit_id);
create trigger issued_letter_unit_is_not_added before insert on letter_unit
when exists (
    select 1 from document where id = new.document_id and signed_at is null and sha256 <> ''
)
begin
    select raise(abort, 'issued_is_locked');
end;
create trigger issued_letter_unit_is_not_edited before update on letter_unit
when exists (
    select 1 from document
    where id in (old.document_id, new.document_id) and signed_at is null and sha256 <> ''
)
begin
    select raise(abort, 'issued_is_locked');
end;
create trigger issued_letter_unit_is_not_deleted before delete on letter_unit
when exists (
    select 1 from document where id = old.document_id and signed_at is null and sha256 <> ''
)
begin
    select raise(abort, 'issued_is_locked');
end;
