-- Approval routes, what runs along them, and what was approved.
create table approval_route (
    government_code text not null references government,
    number int not null,
    name text not null,
    is_in_use boolean not null,
    primary key (government_code, number)
);
create unique index on approval_route (government_code, name) where is_in_use;

create table route_step (
    government_code text not null,
    route_number int not null,
    position int not null check (position > 0),
    kind text not null check (kind in ('Review', 'Decision')),
    name text not null,
    primary key (government_code, route_number, position),
    foreign key (government_code, route_number) references approval_route
);

create table route_seat (
    government_code text not null,
    route_number int not null,
    step_position int not null,
    position int not null check (position > 0),
    person_id uuid references person,
    department_number int,
    deputy_id uuid references person,
    primary key (government_code, route_number, step_position, position),
    foreign key (government_code, route_number, step_position) references route_step on delete cascade,
    foreign key (government_code, department_number) references department,
    check (num_nonnulls(person_id, department_number) = 1)
);

create table approval (
    government_code text not null references government,
    number int not null,
    subject_kind text not null,
    subject_address text not null,
    subject_name text not null,
    drafter_id uuid not null references person,
    department_number int,
    drafted_at timestamptz not null,
    state text not null check (state in ('Draft', 'InReview', 'Decided', 'SentBack', 'PulledBack', 'Discarded')),
    reason text not null,
    edition int not null,
    round int not null,
    step_position int not null,
    route_name text,
    submitted_at timestamptz,
    ended_at timestamptz,
    primary key (government_code, number),
    foreign key (government_code, department_number) references department
);
create index on approval (government_code, subject_address, number);
-- One approval of a subject at a time.
create unique index on approval (government_code, subject_address)
    where state in ('Draft', 'InReview', 'SentBack', 'PulledBack');

create table approval_step (
    government_code text not null,
    approval_number int not null,
    round int not null,
    position int not null,
    kind text not null,
    name text not null,
    primary key (government_code, approval_number, round, position),
    foreign key (government_code, approval_number) references approval
);

create table approval_seat (
    government_code text not null,
    approval_number int not null,
    round int not null,
    step_position int not null,
    position int not null,
    person_id uuid references person,
    department_number int,
    deputy_id uuid references person,
    filled_by uuid references person,
    filled_at timestamptz,
    holding text,
    opinion text,
    confirmed_by uuid references person,
    confirmed_at timestamptz,
    primary key (government_code, approval_number, round, step_position, position),
    foreign key (government_code, approval_number, round, step_position) references approval_step
);
-- No person fills two seats of one submission.
create unique index on approval_seat (government_code, approval_number, round, filled_by) where filled_by is not null;
create index on approval_seat (government_code, person_id);

create table approved_content (
    government_code text not null,
    approval_number int not null,
    edition int not null,
    bytes bytea not null,
    sha256 text not null check (sha256 = encode(sha256(bytes), 'hex')),
    frozen_at timestamptz not null,
    against_approval int,
    primary key (government_code, approval_number, edition),
    foreign key (government_code, approval_number) references approval
);

create table content_difference (
    government_code text not null,
    approval_number int not null,
    edition int not null,
    position int not null,
    place text not null,
    item text,
    year int,
    before text,
    after text,
    primary key (government_code, approval_number, edition, position),
    foreign key (government_code, approval_number, edition) references approved_content
);

create table attached_file (
    government_code text not null references government,
    sha256 text not null check (sha256 = encode(sha256(content), 'hex')),
    content bytea not null,
    primary key (government_code, sha256)
);

create table approval_attachment (
    government_code text not null,
    approval_number int not null,
    edition int not null,
    number int not null,
    file_name text not null,
    sha256 text not null,
    size bigint not null,
    primary key (government_code, approval_number, edition, number),
    foreign key (government_code, approval_number, edition) references approved_content,
    foreign key (government_code, sha256) references attached_file
);

create table approval_entry (
    government_code text not null,
    approval_number int not null,
    number int not null,
    act text not null,
    "to" text not null,
    round int not null,
    step_position int not null,
    person_id uuid not null references person,
    at timestamptz not null,
    said text,
    primary key (government_code, approval_number, number),
    foreign key (government_code, approval_number) references approval
);

create table delegation (
    government_code text not null references government,
    number int not null,
    from_person uuid not null references person,
    to_person uuid not null references person check (to_person <> from_person),
    valid_from date not null,
    valid_until date not null,
    reason text not null,
    made_at timestamptz not null,
    primary key (government_code, number)
);
create index on delegation (government_code, to_person);

do $$
declare
    part text;
begin
    foreach part in array array[
        'approval_route', 'route_step', 'route_seat', 'approval', 'approval_step', 'approval_seat', 'approved_content',
        'content_difference', 'attached_file', 'approval_attachment', 'approval_entry', 'delegation']
    loop
        execute format('alter table %I enable row level security', part);
        execute format('alter table %I force row level security', part);
        execute format('create policy own on %I using (government_code = current_government())
            with check (government_code = current_government())', part);
    end loop;
    -- For the owner of the tables too.
    foreach part in array array['approved_content', 'content_difference', 'attached_file', 'approval_attachment',
        'approval_entry', 'approval_step']
    loop
        execute format('create trigger append_only before update or delete or truncate on %I
            for each statement execute function refuse_change()', part);
        execute format('revoke update, delete on %I from shirube_app', part);
    end loop;
end
$$;
revoke delete on approval_route, approval, approval_seat, delegation from shirube_app;
revoke update on approval, approval_seat, delegation from shirube_app;
grant update (state, reason, edition, round, step_position, route_name, submitted_at, ended_at) on approval to shirube_app;
grant update (filled_by, filled_at, holding, opinion, confirmed_by, confirmed_at) on approval_seat to shirube_app;
grant update (valid_until) on delegation to shirube_app;

-- What has ended stays as it ended, and no decision comes without every step of its submission.
create function keep_approval_end() returns trigger language plpgsql as $$
begin
    if tg_op = 'INSERT' then
        if new.state <> 'Draft' then
            raise exception 'approval % does not begin as a draft', new.number using errcode = 'restrict_violation';
        end if;
        return new;
    end if;
    if old.state in ('Decided', 'Discarded') then
        raise exception 'approval % has ended', old.number using errcode = 'restrict_violation';
    end if;
    if new.state = 'Decided' and (
        not exists (
            select from approval_step as step
            where step.government_code = new.government_code and step.approval_number = new.number
                and step.round = new.round and step.kind = 'Decision')
        or exists (
            select from approval_seat as seat
            where seat.government_code = new.government_code and seat.approval_number = new.number
                and seat.round = new.round and seat.filled_by is null)) then
        raise exception 'approval % is not agreed by all', old.number using errcode = 'restrict_violation';
    end if;
    return new;
end $$;
create trigger keeps_its_end before insert or update on approval for each row execute function keep_approval_end();

-- A filled seat stays filled by the same person; never by the drafter.
create function keep_approval_seat() returns trigger language plpgsql as $$
begin
    if tg_op = 'INSERT' then
        if new.filled_by is not null then
            raise exception 'seat of approval % is filled before it is there', new.approval_number
                using errcode = 'restrict_violation';
        end if;
        return new;
    end if;
    if old.filled_by is not null and (new.filled_by, new.filled_at, new.holding, new.opinion)
            is distinct from (old.filled_by, old.filled_at, old.holding, old.opinion) then
        raise exception 'seat of approval % is filled', old.approval_number using errcode = 'restrict_violation';
    end if;
    if new.filled_by = (
            select drafter_id from approval
            where approval.government_code = new.government_code and approval.number = new.approval_number) then
        raise exception 'the drafter approves nothing of approval %', old.approval_number
            using errcode = 'restrict_violation';
    end if;
    return new;
end $$;
create trigger keeps_its_holder before insert or update on approval_seat for each row execute function keep_approval_seat();

-- The number of the approval that freezes a subject: the newest one of it that was not given up, while it is in review or
-- decided. Asked as the owner, since who keeps a part of a joint plan does not see another government's approvals.
create policy for_functions on approval for select to shirube_owner using (true);
create function frozen_by(government text, address text) returns int language sql stable security definer
    set search_path = public, pg_temp as $$
    select case when state in ('InReview', 'Decided') then number end from approval
    where government_code = government and subject_address = address and state <> 'Discarded'
    order by number desc limit 1 $$;

create function refuse_frozen_version() returns trigger language plpgsql as $$
declare
    part record;
    address text;
begin
    if tg_op = 'DELETE' then part := old; else part := new; end if;
    if tg_op = 'UPDATE' and (new.government_code, new.document_number, new.version_number)
            is distinct from (old.government_code, old.document_number, old.version_number) then
        raise exception 'a row of % stays with its version', tg_table_name using errcode = 'restrict_violation';
    end if;
    -- Whoever submits this version holds it; what is submitted meanwhile is seen after the wait.
    perform pg_advisory_xact_lock(hashtextextended(
        format('version %s/%s/%s', part.government_code, part.document_number, part.version_number), 0));
    address := format('/governments/%s/documents/%s?version=%s',
        part.government_code, part.document_number, part.version_number);
    if frozen_by(part.government_code, address) is not null then
        raise exception '% is frozen by an approval', address using errcode = 'restrict_violation';
    end if;
    return part;
end $$;
do $$
declare
    part text;
begin
    foreach part in array array[
        'plan_version', 'author', 'chapter', 'indicator', 'indicator_figure', 'plan_verification', 'council_seat',
        'verification_sheet', 'sheet_row', 'sheet_indicator', 'policy', 'measure', 'correction', 'left_correction']
    loop
        execute format('create trigger frozen_version before insert or update or delete on %I
            for each row execute function refuse_frozen_version()', part);
    end loop;
end
$$;
create trigger frozen_version before update or delete on document_version
    for each row execute function refuse_frozen_version();
