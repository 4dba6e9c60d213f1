-- An extract and a letter go to one unit; whom a paper went to is locked with the rest of it.
alter table document add column unit_id integer references unit (id) on delete restrict;
create index document_unit on document (unit_id);
drop trigger issued_document_is_not_edited;
create trigger issued_document_is_not_edited before update on document
when (
    old.signed_at is null and old.sha256 <> ''
    and (
        new.id is not old.id
        or new.type is not old.type
        or new.style is not old.style
        or new.term is not old.term
        or new.subject is not old.subject
        or new.signer_id is not old.signer_id
        or new.authority is not old.authority
        or new.recipients is not old.recipients
        or new.conference_id is not old.conference_id
        or new.text is not old.text
        or new.sha256 is not old.sha256
        or new.sealed is not old.sealed
        or new.signed_at is not old.signed_at
        or new.unit_id is not old.unit_id
    )
) or exists (
    select 1 from document where id = new.id and id <> old.id and signed_at is null and sha256 <> ''
)
begin
    select raise(abort, 'issued_is_locked');
end;
