-- The second lock on tenancy; the first one is the query filters of the application.
-- Every session says for which government it works, and who works: without that it sees no row.
create function current_government() returns text language sql stable parallel safe
    as $$ select nullif(current_setting('shirube.government', true), '') $$;
create function current_person() returns uuid language sql stable parallel safe
    as $$ select nullif(current_setting('shirube.person', true), '')::uuid $$;

-- What one government lets another read: a joint plan, a city's part in a prefecture's plan.
create table document_share (
    government_code text not null,
    document_number int not null,
    shared_with text not null references government check (shared_with <> government_code),
    shared_at timestamptz not null,
    primary key (government_code, document_number, shared_with),
    foreign key (government_code, document_number) references document
);
create index on document_share (shared_with);
alter table document_share enable row level security;
alter table document_share force row level security;
create policy own on document_share
    using (government_code = current_government()) with check (government_code = current_government());
create policy shared_with_us on document_share for select using (shared_with = current_government());

do $$
declare
    part text;
begin
    foreach part in array array[
        'document_version', 'plan_version', 'author', 'chapter', 'indicator', 'indicator_figure', 'plan_verification',
        'council_seat', 'verification_sheet', 'sheet_row', 'sheet_indicator', 'policy', 'measure', 'stored_finding',
        'correction', 'left_correction']
    loop
        execute format('alter table %I enable row level security', part);
        execute format('alter table %I force row level security', part);
        execute format('create policy own on %I using (government_code = current_government())
            with check (government_code = current_government())', part);
        execute format('create policy shared_with_us on %1$I for select using (exists (
            select from document_share as share
            where share.government_code = %1$I.government_code and share.document_number = %1$I.document_number
                and share.shared_with = current_government()))', part);
    end loop;
end
$$;

alter table document enable row level security;
alter table document force row level security;
create policy own on document
    using (government_code = current_government()) with check (government_code = current_government());
create policy shared_with_us on document for select using (exists (
    select from document_share as share
    where share.government_code = document.government_code and share.document_number = document.number
        and share.shared_with = current_government()));

do $$
declare
    part text;
begin
    foreach part in array array['source_file', 'source_page'] loop
        execute format('alter table %I enable row level security', part);
        execute format('alter table %I force row level security', part);
        execute format('create policy own on %I using (government_code = current_government())
            with check (government_code = current_government())', part);
        execute format('create policy shared_with_us on %1$I for select using (exists (
            select from document_version as version
            join document_share as share using (government_code, document_number)
            where version.government_code = %1$I.government_code and version.sha256 = %1$I.sha256
                and share.shared_with = current_government()))', part);
    end loop;
end
$$;

alter table government enable row level security;
alter table government force row level security;
create policy own on government
    using (government_code = current_government()) with check (government_code = current_government());
create policy shared_with_us on government for select using (exists (
    select from document_share
    where document_share.government_code = government.government_code
        and document_share.shared_with = current_government()));
create policy where_i_work on government for select using (exists (
    select from post where post.government_code = government.government_code and post.person_id = current_person()));

alter table department enable row level security;
alter table department force row level security;
create policy own on department
    using (government_code = current_government()) with check (government_code = current_government());

alter table post enable row level security;
alter table post force row level security;
create policy own on post
    using (government_code = current_government()) with check (government_code = current_government());
create policy my_own on post for select using (person_id = current_person());

-- A person is seen by those for whose government the person works or worked, and by the person.
alter table person enable row level security;
alter table person force row level security;
create policy myself on person for all using (person_id = current_person()) with check (person_id = current_person());
create policy of_our_posts on person for select using (exists (
    select from post where post.person_id = person.person_id and post.government_code = current_government()));
create function person_of_mail(asked text) returns uuid language sql stable security definer set search_path = public, pg_temp
    as $$ select person_id from person where lower(mail) = lower(asked) and erased_at is null $$;
-- What the two functions below look up, they look up as the owner; nothing else is served as the owner.
create policy for_functions on person for select to shirube_owner using (true);
create policy for_functions on post for select to shirube_owner using (true);
create function holds_post(asked uuid, day date) returns boolean language sql stable security definer set search_path = public, pg_temp
    as $$ select exists (
        select from post where person_id = asked and valid_from <= day and (valid_until is null or valid_until >= day)) $$;
create policy invited_by_us on person for insert with check (current_government() is not null);

alter table audit_record enable row level security;
alter table audit_record force row level security;
create policy read_own on audit_record for select using (trail = coalesce(current_government(), '000000'));
create policy append_own on audit_record for insert with check (trail in (current_government(), '000000'));
alter table audit_head enable row level security;
alter table audit_head force row level security;
create policy own on audit_head
    using (trail in (current_government(), '000000')) with check (trail in (current_government(), '000000'));

alter table invitation enable row level security;
alter table invitation force row level security;
create policy my_own on invitation using (person_id = current_person()) with check (person_id = current_person());
create policy of_our_people on invitation for insert with check (exists (
    select from post where post.person_id = invitation.person_id and post.government_code = current_government()));
create policy for_functions on invitation for select to shirube_owner using (true);
create function person_of_invitation(asked text) returns uuid language sql stable security definer set search_path = public, pg_temp
    as $$ select person_id from invitation where secret_hash = asked $$;
