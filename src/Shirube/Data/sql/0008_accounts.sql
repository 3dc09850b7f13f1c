-- How people sign in. An account is a person's in the whole installation, whichever governments the person works for,
-- and is looked up before anybody is known to ask: no government, no row-level security. docs/security.md.
create table account (
    person_id uuid primary key references person,
    password_hash text,
    security_stamp text not null,
    concurrency_stamp text not null,
    access_failed_count int not null default 0,
    lockout_end timestamptz,
    revoked_at timestamptz,
    must_change_password boolean not null default false,
    -- The only invitation that may set a password once there is an account.
    invitation_hash text,
    -- Encrypted with the site's keys.
    totp_key text,
    last_totp_step bigint,
    is_break_glass boolean not null default false
);

-- The name that the organisation's provider knows a person by.
create table account_login (
    provider text not null,
    subject text not null,
    person_id uuid not null references account on delete cascade,
    primary key (provider, subject)
);
create index on account_login (person_id);

create table account_passkey (
    credential_id bytea primary key,
    person_id uuid not null references account on delete cascade,
    data jsonb not null
);
create index on account_passkey (person_id);

create table account_recovery_code (
    person_id uuid not null references account on delete cascade,
    code_hash text not null,
    primary key (person_id, code_hash)
);

-- One sign-in until its sign-out; a cookie whose session ended is worth nothing.
create table account_session (
    session_id uuid primary key,
    person_id uuid not null references account on delete cascade,
    factor text not null,
    "from" text not null,
    agent text not null,
    started_at timestamptz not null,
    expires_at timestamptz not null,
    ended_at timestamptz
);
create index on account_session (person_id, started_at);

-- Belongs to the installation: every node of the site reads what any of them wrote.
create table data_protection_key (
    number int generated always as identity primary key,
    friendly_name text not null,
    xml text not null,
    created_at timestamptz not null default now()
);
revoke update, delete on data_protection_key from shirube_app;

-- What somebody sent after the session had ended, encrypted, for an hour; only who sent it sees it again.
create table held_form (
    key_hash text primary key,
    person_id uuid not null references person,
    content text not null,
    expires_at timestamptz not null
);
create index on held_form (expires_at);
alter table held_form enable row level security;
alter table held_form force row level security;
create policy my_own on held_form using (person_id = current_person()) with check (person_id = current_person());
create policy expired_for_functions on held_form for all to shirube_owner using (true);
create function drop_expired_forms() returns void language sql security definer set search_path = public, pg_temp
    as $$ delete from held_form where expires_at <= now() $$;

-- Asked as the owner, so that one government learns that a person works elsewhere too, but not where.
create function works_beside(asked uuid, own text, day date) returns boolean language sql stable security definer
    set search_path = public, pg_temp
    as $$ select exists (
        select from post where person_id = asked and government_code <> own
            and valid_from <= day and (valid_until is null or valid_until >= day)) $$;
