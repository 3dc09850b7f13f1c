-- When a plan is handed in for certification: the day of the application, and the steps on the way to it and after it.
create table certification_round (
    government_code text not null,
    draft_number int not null,
    number int not null,
    kind text not null,
    applied_on date not null,
    made_by uuid references person,
    made_at timestamptz not null,
    -- What is removed stays, so that no other one gets its number.
    removed_at timestamptz,
    primary key (government_code, draft_number, number),
    foreign key (government_code, draft_number) references plan_draft
);

create table certification_step (
    government_code text not null,
    draft_number int not null,
    round_number int not null,
    number int not null,
    title text not null,
    day date not null,
    -- Calendar days before the day on which people are reminded; null for never.
    remind_days int check (remind_days between 0 and 60),
    -- The day for which they were reminded: a step that is put off is reminded of anew.
    reminded_for date,
    done_by uuid references person,
    done_at timestamptz,
    primary key (government_code, draft_number, round_number, number),
    foreign key (government_code, draft_number, round_number) references certification_round
);
create index on certification_step (day) where done_at is null;

do $$
declare
    part text;
begin
    foreach part in array array['certification_round', 'certification_step'] loop
        execute format('alter table %I enable row level security', part);
        execute format('alter table %I force row level security', part);
        execute format('create policy own on %I using (government_code = current_government())
            with check (government_code = current_government())', part);
        execute format('create policy for_functions on %I for select to shirube_owner using (true)', part);
    end loop;
end
$$;
revoke delete on certification_round, certification_step from shirube_app;

-- The rounds of reminders go over all governments: as the owner, and nothing is told but their codes.
create function steps_to_remind(today date) returns setof text language sql security definer
    set search_path = public, pg_temp as $$
    select distinct step.government_code from certification_step step
        join certification_round round on round.government_code = step.government_code
            and round.draft_number = step.draft_number and round.number = step.round_number
    where round.removed_at is null and step.done_at is null and step.remind_days is not null
        and step.day >= today and step.day - step.remind_days <= today
        and step.reminded_for is distinct from step.day
    order by 1 $$;
