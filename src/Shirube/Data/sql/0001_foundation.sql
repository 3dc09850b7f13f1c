-- What every later file rests on: the note of applied files, and what the serving role may do.
create table migration (
    number int primary key,
    name text not null,
    sha256 text not null,
    applied_at timestamptz not null
);

grant select on migration to shirube_app;
grant usage on schema public to shirube_app;
alter default privileges in schema public grant select, insert, update, delete on tables to shirube_app;
alter default privileges in schema public grant usage on sequences to shirube_app;
