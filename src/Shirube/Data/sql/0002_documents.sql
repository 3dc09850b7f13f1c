-- Documents, their versions, and what each version says. Every key begins with the government that the row belongs to.
create table government (
    government_code text primary key check (government_code ~ '^[0-9]{6}$'),
    name text not null,
    kind text not null
);

create table source_file (
    government_code text not null references government,
    sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
    file_name text not null,
    format text not null,
    size bigint not null,
    content bytea not null,
    imported_at timestamptz not null,
    primary key (government_code, sha256)
);
alter table source_file alter column content set storage external;
create index on source_file (sha256);

create table source_page (
    government_code text not null,
    sha256 text not null,
    page int not null,
    first_line int not null,
    text text not null,
    primary key (government_code, sha256, page),
    foreign key (government_code, sha256) references source_file
);

create table document (
    government_code text not null references government,
    number int not null,
    kind text not null,
    name text not null,
    folded_name text not null,
    created_at timestamptz not null,
    primary key (government_code, number),
    unique (government_code, kind, folded_name)
);

create table document_version (
    government_code text not null,
    document_number int not null,
    version_number int not null,
    sha256 text not null,
    title text,
    reading jsonb not null,
    imported_at timestamptz not null,
    primary key (government_code, document_number, version_number),
    unique (government_code, sha256),
    foreign key (government_code, document_number) references document,
    foreign key (government_code, sha256) references source_file
);

create table plan_version (
    government_code text not null,
    document_number int not null,
    version_number int not null,
    area text,
    support_measure text,
    project_name text,
    project_start date,
    project_end date,
    starts_on_certification boolean not null,
    plan_start date,
    plan_end date,
    period_start date,
    period_end date,
    total_cost_yen numeric,
    primary key (government_code, document_number, version_number),
    foreign key (government_code, document_number, version_number) references document_version
);

create table author (
    government_code text not null,
    document_number int not null,
    version_number int not null,
    position int not null,
    name text not null,
    author_code text,
    primary key (government_code, document_number, version_number, position),
    foreign key (government_code, document_number, version_number) references document_version
);

create table chapter (
    government_code text not null,
    document_number int not null,
    version_number int not null,
    position int not null,
    number text,
    title text not null,
    text text not null,
    primary key (government_code, document_number, version_number, position),
    foreign key (government_code, document_number, version_number) references document_version
);

create table indicator (
    government_code text not null,
    document_number int not null,
    version_number int not null,
    position int not null,
    no int not null,
    name text,
    unit text,
    basis text not null,
    baseline numeric,
    baseline_year int,
    total numeric,
    primary key (government_code, document_number, version_number, position),
    foreign key (government_code, document_number, version_number) references document_version
);

create table indicator_figure (
    government_code text not null,
    document_number int not null,
    version_number int not null,
    indicator_position int not null,
    role text not null,
    position int not null,
    year int not null,
    value numeric,
    state text not null,
    primary key (government_code, document_number, version_number, indicator_position, role, position),
    foreign key (government_code, document_number, version_number, indicator_position) references indicator
);

create table plan_verification (
    government_code text not null,
    document_number int not null,
    version_number int not null,
    position int not null,
    entity text,
    month int,
    body text,
    method text,
    publication text,
    primary key (government_code, document_number, version_number, position),
    foreign key (government_code, document_number, version_number) references document_version
);

create table council_seat (
    government_code text not null,
    document_number int not null,
    version_number int not null,
    verification_position int not null,
    position int not null,
    sector text not null,
    count int,
    primary key (government_code, document_number, version_number, verification_position, position),
    foreign key (government_code, document_number, version_number, verification_position) references plan_verification
);

create table verification_sheet (
    government_code text not null,
    document_number int not null,
    version_number int not null,
    period_start date,
    period_end date,
    primary key (government_code, document_number, version_number),
    foreign key (government_code, document_number, version_number) references document_version
);

create table sheet_row (
    government_code text not null,
    document_number int not null,
    version_number int not null,
    position int not null,
    no int not null,
    basic_goal text,
    project text,
    department text,
    grant_kind text,
    cost_yen numeric,
    donation_yen numeric,
    donation_count int,
    content text,
    self_evaluation text,
    expert_evaluation text,
    expert_opinion text,
    next_step text,
    reason text,
    review text,
    primary key (government_code, document_number, version_number, position),
    foreign key (government_code, document_number, version_number) references verification_sheet
);

create table sheet_indicator (
    government_code text not null,
    document_number int not null,
    version_number int not null,
    row_position int not null,
    position int not null,
    name text,
    unit text,
    target numeric,
    target_year int,
    actual numeric,
    state text not null,
    primary key (government_code, document_number, version_number, row_position, position),
    foreign key (government_code, document_number, version_number, row_position) references sheet_row
);

create table policy (
    government_code text not null,
    document_number int not null,
    version_number int not null,
    position int not null,
    no text,
    name text not null,
    primary key (government_code, document_number, version_number, position),
    foreign key (government_code, document_number, version_number) references document_version
);

create table measure (
    government_code text not null,
    document_number int not null,
    version_number int not null,
    policy_position int not null,
    position int not null,
    text text not null,
    primary key (government_code, document_number, version_number, policy_position, position),
    foreign key (government_code, document_number, version_number, policy_position) references policy
);

create table stored_finding (
    government_code text not null,
    document_number int not null,
    version_number int not null,
    position int not null,
    code text not null,
    severity text not null,
    arguments text[] not null,
    pointer text,
    page int,
    line int,
    end_line int,
    passage text,
    primary key (government_code, document_number, version_number, position),
    foreign key (government_code, document_number, version_number) references document_version
);

create table correction (
    government_code text not null,
    document_number int not null,
    version_number int not null,
    number int not null,
    pointer text not null,
    before text,
    after text,
    author text not null,
    reason text not null,
    corrected_at timestamptz not null,
    primary key (government_code, document_number, version_number, number),
    foreign key (government_code, document_number, version_number) references document_version
);

-- What was handed in, read and corrected is never changed or removed by the site.
revoke update, delete on source_file, source_page, stored_finding, correction from shirube_app;
revoke delete on document, document_version from shirube_app;
