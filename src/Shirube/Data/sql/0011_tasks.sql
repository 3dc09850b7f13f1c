-- What people are told, what is mailed of it, what they have to do, and the year's calendar.
create table notification (
    government_code text not null references government,
    notification_id uuid not null,
    person_id uuid not null references person,
    kind text not null,
    subject text not null,
    arguments text[] not null,
    created_at timestamptz not null,
    read_at timestamptz,
    primary key (government_code, notification_id)
);
create index on notification (person_id, created_at);
create index on notification (created_at);
alter table notification enable row level security;
alter table notification force row level security;
create policy tell on notification for insert with check (government_code = current_government());
create policy mine on notification for select using (person_id = current_person());
create policy read_mine on notification for update using (person_id = current_person())
    with check (person_id = current_person());
revoke update, delete on notification from shirube_app;
grant update (read_at) on notification to shirube_app;

-- The outbox. A row is made of a notification when mail is switched on; it is sent, or says why not.
create table outgoing_mail (
    government_code text not null references government,
    notification_id uuid not null,
    person_id uuid not null,
    kind text not null,
    subject text not null,
    arguments text[] not null,
    created_at timestamptz not null,
    attempts int not null default 0,
    next_attempt_at timestamptz not null,
    sent_at timestamptz,
    given_up_at timestamptz,
    last_error text,
    primary key (government_code, notification_id),
    foreign key (government_code, notification_id) references notification
);
create index on outgoing_mail (next_attempt_at) where sent_at is null and given_up_at is null;
alter table outgoing_mail enable row level security;
alter table outgoing_mail force row level security;
create policy own on outgoing_mail
    using (government_code = current_government()) with check (government_code = current_government());
create policy for_functions on notification for select to shirube_owner using (true);
create policy for_functions on outgoing_mail for all to shirube_owner using (true) with check (true);
revoke delete on outgoing_mail from shirube_app;

-- The rounds of the sender go over all governments: as the owner, and nothing is told but their codes.
create function queue_mail(since timestamptz, due timestamptz) returns setof text language sql security definer
    set search_path = public, pg_temp as $$
    insert into outgoing_mail
        (government_code, notification_id, person_id, kind, subject, arguments, created_at, next_attempt_at)
    select government_code, notification_id, person_id, kind, subject, arguments, created_at, due
    from notification where created_at >= since
        and not exists (select from outgoing_mail as queued
            where queued.government_code = notification.government_code
                and queued.notification_id = notification.notification_id)
    on conflict do nothing;
    select distinct government_code from outgoing_mail
    where sent_at is null and given_up_at is null and next_attempt_at <= due order by government_code $$;

create table work_task (
    government_code text not null references government,
    number int not null,
    title text not null,
    due date,
    person_id uuid references person,
    department_number int,
    made_by uuid not null references person,
    made_at timestamptz not null,
    done_by uuid references person,
    done_at timestamptz,
    primary key (government_code, number),
    foreign key (government_code, department_number) references department,
    check (num_nonnulls(person_id, department_number) = 1)
);
create index on work_task (government_code, person_id) where done_at is null;

create table followed_document (
    government_code text not null references government,
    person_id uuid not null references person,
    document_of text not null,
    document_number int not null,
    seen_at timestamptz not null,
    primary key (government_code, person_id, document_of, document_number),
    foreign key (document_of, document_number) references document
);

create table calendar_entry (
    government_code text not null references government,
    number int not null,
    title text not null,
    month int not null check (month between 1 and 12),
    day int check (day between 1 and 31),
    -- The fiscal year of one that comes once; null for every year.
    year int,
    -- A removed entry stays, so that no other one gets its number.
    removed_at timestamptz,
    primary key (government_code, number)
);

create table calendar_done (
    government_code text not null,
    entry_number int not null,
    year int not null,
    done_by uuid not null references person,
    done_at timestamptz not null,
    primary key (government_code, entry_number, year),
    foreign key (government_code, entry_number) references calendar_entry on delete cascade
);

do $$
declare
    part text;
begin
    foreach part in array array['work_task', 'calendar_entry', 'calendar_done'] loop
        execute format('alter table %I enable row level security', part);
        execute format('alter table %I force row level security', part);
        execute format('create policy own on %I using (government_code = current_government())
            with check (government_code = current_government())', part);
    end loop;
end
$$;
alter table followed_document enable row level security;
alter table followed_document force row level security;
create policy mine on followed_document
    using (government_code = current_government() and person_id = current_person())
    with check (government_code = current_government() and person_id = current_person());
