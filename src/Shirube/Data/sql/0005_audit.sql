-- Audit trail: what each operation says of itself, each record sealed to the one before it.
create table audit_record (
    trail text not null,
    number bigint not null,
    at timestamptz not null,
    person uuid,
    "from" text not null,
    act text not null,
    subject text not null,
    why text,
    before text,
    after text,
    previous_hash text not null,
    hash text not null,
    primary key (trail, number)
);
create index on audit_record (trail, at);
create index on audit_record (trail, person, number);

create table audit_head (
    trail text primary key,
    number bigint not null,
    hash text not null,
    expired_number bigint not null,
    expired_hash text not null
);

-- Append-only, for the owner of the table too.
create function refuse_change() returns trigger language plpgsql
    as $$ begin raise exception '% is append-only', tg_table_name using errcode = 'restrict_violation'; end $$;
create trigger append_only before update or delete or truncate on audit_record
    for each statement execute function refuse_change();
revoke update, delete on audit_record from shirube_app;
revoke delete on audit_head from shirube_app;
