-- The approval that decided what a version says: it came out of a plan written here. Null for one that was imported.
alter table document_version
    add column approval_number int,
    add foreign key (government_code, approval_number) references approval;

-- Who said what the figures of an indicator are and which way is better, and when.
alter table draft_indicator
    add column said_by uuid references person,
    add column said_at timestamptz;
