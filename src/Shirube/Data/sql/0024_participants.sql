-- Who takes part in the verification, in the words of the document: a person can put it right.
alter table plan_verification add column participants text;

-- What was read before stands in the frozen reading. The policies let nobody see rows of all governments at once.
alter table plan_verification no force row level security;
alter table document_version no force row level security;
update plan_verification as row set participants = version.reading -> 'verification' -> row.position ->> 'participants'
from document_version as version
where (version.government_code, version.document_number, version.version_number)
    = (row.government_code, row.document_number, row.version_number);
alter table plan_verification force row level security;
alter table document_version force row level security;
