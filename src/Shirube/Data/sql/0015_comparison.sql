-- 新旧対照表: what an office decided a change to be, and how its table of old and new is laid out.

-- Each decision stays; the last one of two versions holds.
create table change_decision (
    government_code text not null,
    document_number int not null,
    number int not null check (number >= 1),
    old_version int not null,
    new_version int not null,
    proposed text not null,
    decided text not null,
    reason text not null,
    person_id uuid,
    decided_at timestamptz not null,
    primary key (government_code, document_number, number),
    foreign key (government_code, document_number, old_version) references document_version,
    foreign key (government_code, document_number, new_version) references document_version
);
alter table change_decision enable row level security;
alter table change_decision force row level security;
create policy own on change_decision
    using (government_code = current_government()) with check (government_code = current_government());
revoke update, delete on change_decision from shirube_app;

create table comparison_layout (
    government_code text primary key references government,
    new_side text not null,
    new_name text not null check (new_name <> ''),
    old_name text not null check (old_name <> '')
);
alter table comparison_layout enable row level security;
alter table comparison_layout force row level security;
create policy own on comparison_layout
    using (government_code = current_government()) with check (government_code = current_government());
