-- As in 0014_search.sql, but a rare term whose keys are common reads every text at most once.
-- Passages in which all terms stand, the first ones first; each with how many there are, or at least are.
-- asked: SearchKeys.Asked of all terms, and the key of a kind. checked: terms that the keys alone do not prove.
-- counted: hits beyond are not counted. drafts: plans under writing too, for who may read them.
create or replace function search_find(
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
    enough constant int := greatest(skip + take, 100);
    looked constant int := 5000;
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
        -- Or among the first of those that hold the keys.
        if cardinality(hits) <= skip + take then
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
        end if;
        -- Keys that are common while the term is rare: each text is looked at once, and only the hits are put in order.
        if cardinality(hits) <= skip + take then
            hits := array(
                select hit.ctid
                from (
                    select ctid, entry.* from search_entry as entry where keys @> asked
                    offset 0) hit
                where (every_version or hit.is_newest)
                    and (drafts or hit.subject = 'Document')
                    and (year is null or (hit.first_year is not null or hit.last_year is not null)
                        and coalesce(year >= hit.first_year, true) and coalesce(year <= hit.last_year, true))
                    and (approved is null or approved = exists (
                        select from approval where approval.government_code = hit.government_code
                            and subject_address = search_address(hit.government_code, hit.number, hit.version)
                            and hit.subject = 'Document' and approval.state = 'Decided'))
                    and (hit.government_code = ours or hit.subject = 'Document' and exists (
                        select from document_share as share
                        where share.government_code = hit.government_code and share.document_number = hit.number
                            and share.shared_with = ours))
                    and (cardinality(checked) = 0 or strpos(hit.folded, checked[1]) > 0)
                    and (cardinality(checked) <= 1
                        or not exists (select from unnest(checked) term where strpos(hit.folded, term) = 0))
                order by rank desc, government_code, subject, number, version, place
                limit enough + 1);
            is_more := cardinality(hits) > enough;
        end if;
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
