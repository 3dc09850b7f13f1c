-- Who works where, in which department, as what, from which day to which.
create table person (
    person_id uuid primary key,
    name text not null,
    yomi text not null default '',
    mail text not null,
    created_at timestamptz not null,
    erased_at timestamptz
);
create unique index on person (lower(mail));

create table department (
    government_code text not null references government,
    number int not null,
    name text not null,
    valid_from date not null,
    valid_until date check (valid_until >= valid_from),
    primary key (government_code, number)
);

create table post (
    government_code text not null references government,
    number int not null,
    person_id uuid not null references person,
    department_number int,
    role text not null,
    valid_from date not null,
    valid_until date check (valid_until >= valid_from),
    primary key (government_code, number),
    foreign key (government_code, department_number) references department
);
create index on post (person_id);

create table invitation (
    secret_hash text primary key,
    person_id uuid not null references person,
    created_at timestamptz not null,
    expires_at timestamptz not null,
    used_at timestamptz
);
create index on invitation (person_id);

revoke delete on invitation, person, department, post from shirube_app;
