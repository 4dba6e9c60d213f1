-- What was signed is locked for whoever writes, also past the program. Inserts are looked at as well,
-- because `insert or replace` deletes without asking the triggers of deletion; so is the id that an
-- update takes, because `update or replace` does the same. The message is a code of the program.
create trigger signed_conference_is_not_edited before update on conference
when old.state = 'signed' or exists (
    select 1 from conference
    where (id = new.id or code = new.code) and id <> old.id and state = 'signed'
)
begin
    select raise(abort, 'signed_is_locked');
end;
create trigger signed_conference_is_not_deleted before delete on conference
when old.state = 'signed'
begin
    select raise(abort, 'signed_is_locked');
end;
create trigger signed_conference_is_not_replaced before insert on conference
when exists (
    select 1 from conference where (id = new.id or code = new.code) and state = 'signed'
)
begin
    select raise(abort, 'signed_is_locked');
end;

create trigger signed_agenda_item_is_not_added before insert on agenda_item
when exists (
    select 1 from conference
    where state = 'signed'
    and id in (new.conference_id, (select conference_id from agenda_item where id = new.id))
)
begin
    select raise(abort, 'signed_is_locked');
end;
create trigger signed_agenda_item_is_not_edited before update on agenda_item
when exists (
    select 1 from conference
    where state = 'signed'
    and id in (
        old.conference_id, new.conference_id, (select conference_id from agenda_item where id = new.id)
    )
)
begin
    select raise(abort, 'signed_is_locked');
end;
create trigger signed_agenda_item_is_not_deleted before delete on agenda_item
when exists (select 1 from conference where state = 'signed' and id = old.conference_id)
begin
    select raise(abort, 'signed_is_locked');
end;

create trigger signed_attendance_is_not_added before insert on attendance
when exists (
    select 1 from conference
    where state = 'signed'
    and id in (new.conference_id, (select conference_id from attendance where id = new.id))
)
begin
    select raise(abort, 'signed_is_locked');
end;
create trigger signed_attendance_is_not_edited before update on attendance
when exists (
    select 1 from conference
    where state = 'signed'
    and id in (
        old.conference_id, new.conference_id, (select conference_id from attendance where id = new.id)
    )
)
begin
    select raise(abort, 'signed_is_locked');
end;
create trigger signed_attendance_is_not_deleted before delete on attendance
when exists (select 1 from conference where state = 'signed' and id = old.conference_id)
begin
    select raise(abort, 'signed_is_locked');
end;

create trigger signed_speech_is_not_added before insert on speech
when exists (
    select 1 from conference
    where state = 'signed'
    and id in (new.conference_id, (select conference_id from speech where id = new.id))
)
begin
    select raise(abort, 'signed_is_locked');
end;
create trigger signed_speech_is_not_edited before update on speech
when exists (
    select 1 from conference
    where state = 'signed'
    and id in (
        old.conference_id, new.conference_id, (select conference_id from speech where id = new.id)
    )
)
begin
    select raise(abort, 'signed_is_locked');
end;
create trigger signed_speech_is_not_deleted before delete on speech
when exists (select 1 from conference where state = 'signed' and id = old.conference_id)
begin
    select raise(abort, 'signed_is_locked');
end;

-- the reason why a conclusion gave no task is no part of the minutes
create trigger signed_conclusion_is_not_added before insert on conclusion
when exists (
    select 1 from conference
    where state = 'signed'
    and id in (new.conference_id, (select conference_id from conclusion where id = new.id))
)
begin
    select raise(abort, 'signed_is_locked');
end;
create trigger signed_conclusion_is_not_edited before update of id, conference_id, number, kind, text on conclusion
when exists (
    select 1 from conference
    where state = 'signed'
    and id in (
        old.conference_id, new.conference_id, (select conference_id from conclusion where id = new.id)
    )
)
begin
    select raise(abort, 'signed_is_locked');
end;
create trigger signed_conclusion_is_not_deleted before delete on conclusion
when exists (select 1 from conference where state = 'signed' and id = old.conference_id)
begin
    select raise(abort, 'signed_is_locked');
end;

create trigger signed_document_is_not_edited before update on document
when old.signed_at is not null or exists (
    select 1 from document where id = new.id and id <> old.id and signed_at is not null
)
begin
    select raise(abort, 'signed_is_locked');
end;
create trigger signed_document_is_not_deleted before delete on document
when old.signed_at is not null
begin
    select raise(abort, 'signed_is_locked');
end;
create trigger signed_document_is_not_replaced before insert on document
when exists (select 1 from document where id = new.id and signed_at is not null)
begin
    select raise(abort, 'signed_is_locked');
end;

-- a content may be put right when it lies there damaged, but not taken away
create trigger signed_content_is_not_deleted before delete on attachment_content
when exists (select 1 from document where sha256 = old.sha256 and signed_at is not null)
begin
    select raise(abort, 'signed_is_locked');
end;
