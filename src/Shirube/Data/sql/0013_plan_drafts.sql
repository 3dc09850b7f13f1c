-- Plans that are written in Shirube. What is typed is kept as text; what it means stands beside it where it means something.
create table plan_draft (
    government_code text not null references government,
    number int not null,
    form text not null,
    document_number int,
    levels text[] not null default '{}',
    copied_from text,
    parts_made int not null default 0,
    started_by uuid references person,
    started_at timestamptz not null,
    primary key (government_code, number),
    foreign key (government_code, document_number) references document
);

create table draft_author (
    government_code text not null,
    draft_number int not null,
    number int not null,
    name text not null,
    author_code text,
    primary key (government_code, draft_number, number),
    foreign key (government_code, draft_number) references plan_draft
);

create table draft_section (
    government_code text not null,
    draft_number int not null,
    section text not null,
    state text not null,
    said text,
    set_by uuid references person,
    set_at timestamptz not null,
    primary key (government_code, draft_number, section),
    foreign key (government_code, draft_number) references plan_draft
);

create table draft_passage (
    government_code text not null,
    draft_number int not null,
    key text not null,
    text text not null,
    revision int not null,
    saved_by uuid references person,
    saved_at timestamptz not null,
    copied_from text,
    primary key (government_code, draft_number, key),
    foreign key (government_code, draft_number) references plan_draft
);

-- What somebody wrote who did not know what another had saved meanwhile: kept until a person has put both together.
create table draft_rival (
    government_code text not null,
    draft_number int not null,
    number int not null,
    key text not null,
    text text not null,
    based_on int not null,
    written_by uuid not null references person,
    written_at timestamptz not null,
    settled_by uuid references person,
    settled_at timestamptz,
    primary key (government_code, draft_number, number),
    foreign key (government_code, draft_number) references plan_draft
);
-- One open rival a person and place: what the person goes on typing replaces it.
create unique index on draft_rival (government_code, draft_number, key, written_by) where settled_at is null;

create table draft_indicator (
    government_code text not null,
    draft_number int not null,
    number int not null,
    position int not null,
    name text not null,
    unit text not null,
    baseline text not null,
    baseline_year int,
    target_basis text,
    direction text,
    range_low numeric,
    range_high numeric,
    definition text not null,
    copied_from text,
    primary key (government_code, draft_number, number),
    foreign key (government_code, draft_number) references plan_draft
);

create table draft_target (
    government_code text not null,
    draft_number int not null,
    indicator_number int not null,
    year int not null,
    text text not null,
    value numeric,
    state text,
    primary key (government_code, draft_number, indicator_number, year),
    foreign key (government_code, draft_number, indicator_number) references draft_indicator on delete cascade
);

-- What was changed in the KPI table in one go, so that it can be taken back in one go.
create table draft_cell_change (
    government_code text not null,
    draft_number int not null,
    number int not null,
    cells jsonb not null,
    changed_by uuid references person,
    changed_at timestamptz not null,
    undone_at timestamptz,
    primary key (government_code, draft_number, number),
    foreign key (government_code, draft_number) references plan_draft
);

-- Why a finding that would stand in the way of an approval may stand: said by somebody with the right.
create table draft_excuse (
    government_code text not null,
    draft_number int not null,
    number int not null,
    code text not null,
    finding text not null,
    reason text not null,
    excused_by uuid references person,
    excused_at timestamptz not null,
    withdrawn_at timestamptz,
    primary key (government_code, draft_number, number),
    foreign key (government_code, draft_number) references plan_draft
);

-- What stood in a plan before an earlier state was put in its place.
create table draft_snapshot (
    government_code text not null,
    draft_number int not null,
    number int not null,
    content bytea not null,
    taken_by uuid references person,
    taken_at timestamptz not null,
    primary key (government_code, draft_number, number),
    foreign key (government_code, draft_number) references plan_draft
);
create trigger append_only before update or delete or truncate on draft_snapshot
    for each statement execute function refuse_change();

create table draft_node (
    government_code text not null,
    draft_number int not null,
    number int not null,
    parent int,
    position int not null,
    name text not null,
    text text not null,
    weight numeric check (weight > 0),
    copied_from text,
    primary key (government_code, draft_number, number),
    foreign key (government_code, draft_number) references plan_draft,
    -- A tree is put in the place of another as a whole.
    foreign key (government_code, draft_number, parent) references draft_node deferrable initially deferred,
    check (parent <> number)
);

create table draft_node_indicator (
    government_code text not null,
    draft_number int not null,
    node_number int not null,
    indicator_number int not null,
    weight numeric check (weight > 0),
    primary key (government_code, draft_number, node_number, indicator_number),
    foreign key (government_code, draft_number, node_number) references draft_node on delete cascade,
    foreign key (government_code, draft_number, indicator_number) references draft_indicator on delete cascade
);

create table draft_link (
    government_code text not null,
    draft_number int not null,
    number int not null,
    node_number int,
    relation text not null,
    name text not null,
    address text,
    primary key (government_code, draft_number, number),
    foreign key (government_code, draft_number) references plan_draft,
    foreign key (government_code, draft_number, node_number) references draft_node on delete cascade
);

create table draft_funding (
    government_code text not null,
    draft_number int not null,
    year int not null,
    source text not null,
    yen numeric not null check (yen >= 0 and yen = trunc(yen)),
    primary key (government_code, draft_number, year, source),
    foreign key (government_code, draft_number) references plan_draft
);

create table draft_private_share (
    government_code text not null,
    draft_number int not null,
    nth_year int not null check (nth_year > 0),
    percent numeric not null check (percent between 0 and 100),
    primary key (government_code, draft_number, nth_year),
    foreign key (government_code, draft_number) references plan_draft
);

create table draft_schedule (
    government_code text not null,
    draft_number int not null,
    number int not null,
    position int not null,
    name text not null,
    first_month date not null,
    last_month date not null check (last_month >= first_month),
    note text not null,
    primary key (government_code, draft_number, number),
    foreign key (government_code, draft_number) references plan_draft
);

-- While an approval of a draft is under way the draft stays as it was handed over. Whoever hands it over holds the lock
-- alone; those who write share it.
create function refuse_handed_over_plan() returns trigger language plpgsql as $$
declare
    part record;
begin
    if tg_op = 'DELETE' then part := old; else part := new; end if;
    perform pg_advisory_xact_lock_shared(hashtextextended(
        format('plan %s/%s', part.government_code, part.draft_number), 0));
    if exists (
        select from approval where government_code = part.government_code and state = 'InReview'
            and subject_address = format('/governments/%s/plans/%s', part.government_code, part.draft_number)) then
        raise exception 'plan %/% is being approved', part.government_code, part.draft_number
            using errcode = 'restrict_violation';
    end if;
    return part;
end $$;

alter table plan_draft enable row level security;
alter table plan_draft force row level security;
create policy own on plan_draft
    using (government_code = current_government()) with check (government_code = current_government());
do $$
declare
    part text;
begin
    foreach part in array array[
        'draft_author', 'draft_section', 'draft_passage', 'draft_rival', 'draft_indicator', 'draft_target',
        'draft_cell_change', 'draft_excuse', 'draft_snapshot', 'draft_node', 'draft_node_indicator', 'draft_link', 'draft_funding',
        'draft_private_share', 'draft_schedule']
    loop
        execute format('alter table %I enable row level security', part);
        execute format('alter table %I force row level security', part);
        execute format('create policy own on %I using (government_code = current_government())
            with check (government_code = current_government())', part);
    end loop;
    foreach part in array array[
        'draft_author', 'draft_passage', 'draft_indicator', 'draft_target', 'draft_node', 'draft_node_indicator',
        'draft_link', 'draft_funding', 'draft_private_share', 'draft_schedule']
    loop
        execute format('create trigger handed_over before insert or update or delete on %I
            for each row execute function refuse_handed_over_plan()', part);
    end loop;
end
$$;
revoke delete on plan_draft, draft_rival, draft_cell_change, draft_excuse, draft_snapshot from shirube_app;
revoke update on draft_snapshot from shirube_app;

-- A plan that was set back to an earlier state and approved again is a new version with the same file.
alter table document_version drop constraint document_version_government_code_sha256_key;
create index on document_version (government_code, sha256);

-- The names of the tree's levels are approved with the rest.
create function refuse_handed_over_levels() returns trigger language plpgsql as $$
begin
    perform pg_advisory_xact_lock_shared(hashtextextended(format('plan %s/%s', new.government_code, new.number), 0));
    if exists (
        select from approval where government_code = new.government_code and state = 'InReview'
            and subject_address = format('/governments/%s/plans/%s', new.government_code, new.number)) then
        raise exception 'plan %/% is being approved', new.government_code, new.number
            using errcode = 'restrict_violation';
    end if;
    return new;
end $$;
create trigger handed_over before update of levels on plan_draft for each row
    when (old.levels is distinct from new.levels) execute function refuse_handed_over_levels();
