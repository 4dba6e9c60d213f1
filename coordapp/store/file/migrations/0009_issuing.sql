-- The file of a paper that went out is kept, and what it says is locked for whoever writes. Its number
-- and its day stay open: they are put right by an action that stands in the log, and the kept file
-- still shows those it went out with. Papers of earlier files have no kept file and stay as they were.
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
    )
) or exists (
    select 1 from document where id = new.id and id <> old.id and signed_at is null and sha256 <> ''
)
begin
    select raise(abort, 'issued_is_locked');
end;
create trigger issued_document_is_not_deleted before delete on document
when old.signed_at is null and old.sha256 <> ''
begin
    select raise(abort, 'issued_is_locked');
end;
create trigger issued_document_is_not_replaced before insert on document
when exists (select 1 from document where id = new.id and signed_at is null and sha256 <> '')
begin
    select raise(abort, 'issued_is_locked');
end;

-- a content may be put right when it lies there damaged, but not taken away
create trigger issued_content_is_not_deleted before delete on attachment_content
when exists (
    select 1 from document where sha256 = old.sha256 and signed_at is null
)
begin
    select raise(abort, 'issued_is_locked');
end;
