-- Full-text search: one row a passage, as written and folded, and the pairs of its characters (SearchKeys.cs).
create table search_entry (
    government_code text not null references government,
    subject text not null check (subject in ('Document', 'Draft')),
    number int not null,
    version int not null,
    place text not null,
    kind text not null,
    -- Larger ones are shown first: the weight of the kind, then how new the version is.
    rank bigint not null,
    is_newest boolean not null,
    first_year int,
    last_year int,
    keys int[] not null,
    folded text not null,
    written text not null,
    primary key (government_code, subject, number, version, place)
) with (toast_tuple_target = 128, fillfactor = 90);
-- What is looked at often lies in a few pages; texts and keys lie beside it, texts that are compared as they are.
alter table search_entry alter column keys set storage external;
alter table search_entry alter column folded set storage external;
create index search_entry_keys on search_entry using gin (keys) with (fastupdate = off);
create index search_entry_rank on search_entry (rank desc, government_code, subject, number, version, place);

-- Which versions are in the index, and by which rule their texts were folded.
create table search_version (
    government_code text not null references government,
    subject text not null check (subject in ('Document', 'Draft')),
    number int not null,
    version int not null,
    rule int not null,
    indexed_at timestamptz not null,
    primary key (government_code, subject, number, version)
);

do $$
declare
    part text;
begin
    foreach part in array array['search_entry', 'search_version'] loop
        execute format('alter table %I enable row level security', part);
        execute format('alter table %I force row level security', part);
        execute format('create policy own on %I using (government_code = current_government())
            with check (government_code = current_government())', part);
        execute format('create policy shared_with_us on %1$I for select using (subject = ''Document'' and exists (
            select from document_share as share
            where share.government_code = %1$I.government_code and share.document_number = %1$I.number
                and share.shared_with = current_government()))', part);
    end loop;
end
$$;

-- Who keeps a part of a joint plan puts right the name of its indicator, and with it what is found.
create function keeps_entry(government text, document int, version int, place text) returns boolean
    language sql stable as $$
    select exists (
        select from document_part as part
        where part.government_code = government and part.document_number = document and part.version_number = version
            and starts_with(place, '/indicators/' || part.indicator_position || '/')
            and part.kept_by = current_government()) $$;
create policy part_of_ours_in on search_entry for insert
    with check (subject = 'Document' and keeps_entry(government_code, number, version, place));
create policy part_of_ours on search_entry for update
    using (subject = 'Document' and keeps_entry(government_code, number, version, place));
create policy part_of_ours_out on search_entry for delete
    using (subject = 'Document' and keeps_entry(government_code, number, version, place));

-- No index serves a test of arrays on a table whose policies must be asked first: any operator that is not known to
-- keep silent waits for them. So the functions below look as the owner and ask themselves what the asker may see. They
-- answer only to the government that the session itself names.
create policy for_functions on search_entry for select to shirube_owner using (true);
create policy for_functions on document_share for select to shirube_owner using (true);
create index on document_share (shared_with, government_code, document_number);

create function search_address(government text, document int, version int) returns text language sql immutable
    as $$ select '/governments/' || government || '/documents/' || document || '?version=' || version $$;

-- Governments whose passages the asker sees at all; null where there are too many to ask one by one.
create function search_governments(ours text) returns text[] language plpgsql stable security definer
    set search_path = public, pg_temp as $$
declare
    seen text[] := array(
        select distinct government_code from document_share where shared_with = ours limit 101);
begin
    if cardinality(seen) > 100 then
        return null;
    end if;
    return array(select distinct code from unnest(seen || ours) code);
end $$;
revoke execute on function search_governments from public;

-- Passages in which all terms stand, the first ones first; each with how many there are, or at least are.
-- asked: SearchKeys.Asked of all terms, and the key of a kind. checked: terms that the keys alone do not prove.
-- counted: hits beyond are not counted. drafts: plans under writing too, for who may read them.
create function search_find(
    ours text, asked int[], terms text[], checked text[], of_kind text, of_government text, year int, approved boolean,
    every_version boolean, counted int, skip int, take int, drafts boolean)
returns table (
    government_code text, subject text, number int, version int, place text, kind text, is_newest boolean,
    first_year int, last_year int, is_approved boolean, written text, total int, is_more boolean)
language plpgsql stable security definer rows 20
set search_path = public, pg_temp
set plan_cache_mode = force_generic_plan
as $$
#variable_conflict use_column
declare
    near constant int := 20000;
    every_passage constant bigint := 5000 * 16 ^ 4;
    enough constant int := greatest(skip + take, 100);
    looked bigint := 5000;
    among text[];
    code text;
    candidates tid[] := '{}';
    hits tid[];
    is_capped boolean := false;
begin
    if ours is null or ours is distinct from current_government() or cardinality(terms) = 0 then
        return;
    end if;
    among := case when of_government is null then search_governments(ours) else array[of_government] end;
    if among is null then
        candidates := array(select ctid from search_entry where keys @> asked limit near + 1);
        is_capped := cardinality(candidates) > near;
    else
        foreach code in array among loop
            candidates := candidates
                || array(select ctid from search_entry where keys @> (asked || (65536 + code::int)));
        end loop;
    end if;

    -- Terms so common are met soon on the way down from the first passage of all.
    if is_capped then
        hits := array(
            select entry.ctid
            from (
                select ctid, every.* from search_entry as every
                order by rank desc, government_code, subject, number, version, place limit looked) entry
            where (of_kind is null or entry.kind = of_kind)
                and (every_version or entry.is_newest)
                and (drafts or entry.subject = 'Document')
                and (year is null or (entry.first_year is not null or entry.last_year is not null)
                    and coalesce(year >= entry.first_year, true) and coalesce(year <= entry.last_year, true))
                and (approved is null or approved = exists (
                    select from approval where approval.government_code = entry.government_code
                        and subject_address = search_address(entry.government_code, entry.number, entry.version)
                        and entry.subject = 'Document' and approval.state = 'Decided'))
                and (entry.government_code = ours or entry.subject = 'Document' and exists (
                    select from document_share as share
                    where share.government_code = entry.government_code and share.document_number = entry.number
                        and share.shared_with = ours))
                and strpos(entry.folded, terms[1]) > 0
                and (cardinality(terms) = 1
                    or not exists (select from unnest(terms) term where strpos(entry.folded, term) = 0))
            limit enough + 1);
        is_more := true;
        -- Or among the first of those that hold the keys: the next ones are looked at only where these are not enough.
        while cardinality(hits) <= skip + take and looked <= every_passage loop
            hits := array(
                select entry.ctid
                from (
                    select ctid, every.* from search_entry as every where keys @> asked
                    order by rank desc, government_code, subject, number, version, place limit looked) entry
                where (every_version or entry.is_newest)
                and (drafts or entry.subject = 'Document')
                and (year is null or (entry.first_year is not null or entry.last_year is not null)
                    and coalesce(year >= entry.first_year, true) and coalesce(year <= entry.last_year, true))
                and (approved is null or approved = exists (
                    select from approval where approval.government_code = entry.government_code
                        and subject_address = search_address(entry.government_code, entry.number, entry.version)
                        and entry.subject = 'Document' and approval.state = 'Decided'))
                and (entry.government_code = ours or entry.subject = 'Document' and exists (
                    select from document_share as share
                    where share.government_code = entry.government_code and share.document_number = entry.number
                        and share.shared_with = ours))
                and (cardinality(checked) = 0 or strpos(entry.folded, checked[1]) > 0)
                and (cardinality(checked) <= 1
                    or not exists (select from unnest(checked) term where strpos(entry.folded, term) = 0))
                limit enough + 1);
            is_more := looked < every_passage or cardinality(hits) > enough;
            looked := looked * 16;
        end loop;
    else
        hits := array(
            select entry.ctid
            from (
                select ctid, every.* from search_entry as every where ctid = any (candidates)
                order by rank desc, government_code, subject, number, version, place offset 0) entry
            where (every_version or entry.is_newest)
                and (drafts or entry.subject = 'Document')
                and (year is null or (entry.first_year is not null or entry.last_year is not null)
                    and coalesce(year >= entry.first_year, true) and coalesce(year <= entry.last_year, true))
                and (approved is null or approved = exists (
                    select from approval where approval.government_code = entry.government_code
                        and subject_address = search_address(entry.government_code, entry.number, entry.version)
                        and entry.subject = 'Document' and approval.state = 'Decided'))
                and (entry.government_code = ours or entry.subject = 'Document' and exists (
                    select from document_share as share
                    where share.government_code = entry.government_code and share.document_number = entry.number
                        and share.shared_with = ours))
                and (cardinality(checked) = 0 or strpos(entry.folded, checked[1]) > 0)
                and (cardinality(checked) <= 1
                    or not exists (select from unnest(checked) term where strpos(entry.folded, term) = 0))
            limit counted + 1);
        is_more := cardinality(hits) > counted;
    end if;
    total := cardinality(hits) - is_more::int;
    hits := hits[skip + 1 : skip + take];
    return query
        select entry.government_code, entry.subject, entry.number, entry.version, entry.place, entry.kind,
            entry.is_newest, entry.first_year, entry.last_year,
            entry.subject = 'Document' and exists (
                select from approval where approval.government_code = entry.government_code
                    and subject_address = search_address(entry.government_code, entry.number, entry.version)
                    and approval.state = 'Decided'),
            entry.written, total, is_more
        from search_entry as entry
        where entry.ctid = any (hits)
        order by rank desc, government_code, subject, number, version, place;
end $$;

-- Names of indicators that share pairs of characters with a name, those first that share the largest part; not those of
-- the document itself.
create function search_similar(ours text, asked int[], of_kind int, but_government text, but_number int, take int)
returns table (government_code text, number int, version int, place text, written text)
language plpgsql stable security definer rows 40
set search_path = public, pg_temp
set plan_cache_mode = force_generic_plan
as $$
#variable_conflict use_column
declare
    among text[];
    code text;
    pair int;
    candidates tid[] := '{}';
begin
    if ours is null or ours is distinct from current_government() then
        return;
    end if;
    among := search_governments(ours);
    foreach pair in array asked loop
        if among is null then
            candidates := candidates || array(select ctid from search_entry where keys @> array[of_kind, pair]);
        else
            foreach code in array among loop
                candidates := candidates
                    || array(select ctid from search_entry where keys @> array[of_kind, pair, 65536 + code::int]);
            end loop;
        end if;
    end loop;
    return query
        select entry.government_code, entry.number, entry.version, entry.place, entry.written
        from (select at, count(*) as shared from unnest(candidates) at group by at) alike
        join search_entry as entry on entry.ctid = alike.at
        where entry.is_newest and entry.subject = 'Document'
            and (entry.government_code, entry.number) is distinct from (but_government, but_number)
            and (entry.government_code = ours or exists (
                select from document_share as share
                where share.government_code = entry.government_code and share.document_number = entry.number
                    and share.shared_with = ours))
        order by 2.0 * shared / (cardinality(asked) + greatest(char_length(entry.folded) - 1, 1)) desc,
            entry.rank desc, entry.government_code, entry.number, entry.version, entry.place
        limit take;
end $$;

-- A node goes with all that hangs on it in one statement, past the context that writes the index.
create function forget_draft_node() returns trigger language plpgsql as $$
begin
    delete from search_entry where government_code = old.government_code and subject = 'Draft'
        and number = old.draft_number and version = 0
        and place in (format('/nodes/%s/name', old.number), format('/nodes/%s/text', old.number));
    return old;
end $$;
create trigger forget_entries after delete on draft_node for each row execute function forget_draft_node();
