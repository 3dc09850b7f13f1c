-- Two windows of one person are two writers: each keeps its own text beside the saved one.
drop index draft_rival_government_code_draft_number_key_written_by_idx;
create index on draft_rival (government_code, draft_number, key) where settled_at is null;

-- What a figure means is read from its text.
alter table draft_target drop column value, drop column state;
