-- Who did something to a document: a person, acting for a government. The name stands with the person alone.
alter table correction
    add column person_id uuid,
    add column acting_for text;
alter table left_correction
    add column person_id uuid,
    add column acting_for text,
    add column decided_by_person uuid,
    add column decided_for text;
grant update (decided_by_person, decided_for) on left_correction to shirube_app;

-- A joint plan's indicators that another of its authors keeps. Taking the share back takes the parts back.
create table document_part (
    government_code text not null,
    document_number int not null,
    version_number int not null,
    indicator_position int not null,
    kept_by text not null,
    primary key (government_code, document_number, version_number, indicator_position),
    foreign key (government_code, document_number, version_number, indicator_position) references indicator,
    foreign key (government_code, document_number, kept_by) references document_share on delete cascade
);
alter table document_part enable row level security;
alter table document_part force row level security;
create policy own on document_part
    using (government_code = current_government()) with check (government_code = current_government());
create policy shared_with_us on document_part for select using (exists (
    select from document_share as share
    where share.government_code = document_part.government_code
        and share.document_number = document_part.document_number and share.shared_with = current_government()));

-- The government that keeps a part changes it, and nothing else of the document.
create policy part_of_ours on indicator for update using (exists (
    select from document_part as part
    where part.government_code = indicator.government_code and part.document_number = indicator.document_number
        and part.version_number = indicator.version_number and part.indicator_position = indicator.position
        and part.kept_by = current_government()));
create policy part_of_ours on indicator_figure for update using (exists (
    select from document_part as part
    where part.government_code = indicator_figure.government_code
        and part.document_number = indicator_figure.document_number
        and part.version_number = indicator_figure.version_number
        and part.indicator_position = indicator_figure.indicator_position
        and part.kept_by = current_government()));
create policy part_of_ours on correction for insert with check (acting_for = current_government() and exists (
    select from document_part as part
    where part.government_code = correction.government_code and part.document_number = correction.document_number
        and part.version_number = correction.version_number
        and starts_with(correction.pointer, '/indicators/' || part.indicator_position || '/')
        and part.kept_by = current_government()));
create policy part_of_ours on left_correction for update using (exists (
    select from document_part as part
    where part.government_code = left_correction.government_code
        and part.document_number = left_correction.document_number
        and part.version_number = left_correction.version_number
        and starts_with(left_correction.pointer, '/indicators/' || part.indicator_position || '/')
        and part.kept_by = current_government()));

-- What is done to a part is told to the trail of the government whose document it is.
create policy append_for_part on audit_record for insert with check (exists (
    select from document_part as part where part.government_code = trail and part.kept_by = current_government()));
create policy append_for_part on audit_head using (exists (
    select from document_part as part where part.government_code = trail and part.kept_by = current_government()));
