-- whether an extract bears the number of its notice, or goes out as a copy with its own
alter table committee add column extract_form text not null default 'part';
