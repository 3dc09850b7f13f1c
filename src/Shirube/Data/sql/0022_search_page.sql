-- What is shown of each passage that search_find finds: with the name of its document or plan, and the heading under
-- which it stands. As who asks, under the policies; planned once instead of at every search.
create function search_page(
    ours text, asked int[], terms text[], checked text[], of_kind text, of_government text, year int, approved boolean,
    every_version boolean, counted int, skip int, take int, drafts boolean)
returns table (
    government_code text, subject text, number int, version int, place text, kind text, is_newest boolean,
    is_approved boolean, first_year int, last_year int, written text, total int, is_more boolean,
    name text, heading text)
language plpgsql stable rows 20
set plan_cache_mode = force_generic_plan
as $$
#variable_conflict use_column
begin
    return query
        select hit.government_code, hit.subject, hit.number, hit.version, hit.place, hit.kind, hit.is_newest,
            hit.is_approved, hit.first_year, hit.last_year, hit.written, hit.total, hit.is_more,
            case hit.subject when 'Document' then
                (select name from document
                    where document.government_code = hit.government_code and document.number = hit.number)
            else
                (select text from draft_passage where draft_passage.government_code = hit.government_code
                    and draft_number = hit.number and key = '1') end,
            case when hit.subject = 'Draft' then
                (select form from plan_draft
                    where plan_draft.government_code = hit.government_code and plan_draft.number = hit.number)
            when hit.subject = 'Document' and starts_with(hit.place, '/chapters/') then
                (select concat_ws(' ', chapter.number, title) from chapter
                    where chapter.government_code = hit.government_code and document_number = hit.number
                        and version_number = hit.version and position = split_part(hit.place, '/', 3)::int)
            when hit.subject = 'Document' and starts_with(hit.place, '/rows/') then
                (select project from sheet_row
                    where sheet_row.government_code = hit.government_code and document_number = hit.number
                        and version_number = hit.version and position = split_part(hit.place, '/', 3)::int) end
        from search_find(
            ours, asked, terms, checked, of_kind, of_government, year, approved, every_version, counted, skip,
            take, drafts) with ordinality hit
        order by hit.ordinality;
end $$;
