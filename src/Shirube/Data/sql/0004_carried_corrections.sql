-- The version in which a correction that was carried over was first made; null for one made in this version.
alter table correction add column carried_from int;

-- Corrections of the version before that this version does not bear out.
create table left_correction (
    government_code text not null,
    document_number int not null,
    version_number int not null,
    number int not null,
    result text not null,
    pointer text,
    earlier_pointer text not null,
    item text,
    read_before text,
    corrected text,
    read_now text,
    author text not null,
    reason text not null,
    corrected_at timestamptz not null,
    decided_by text,
    decided_reason text,
    decided_at timestamptz,
    primary key (government_code, document_number, version_number, number),
    foreign key (government_code, document_number, version_number) references document_version
);
revoke update, delete on left_correction from shirube_app;
grant update (decided_by, decided_reason, decided_at) on left_correction to shirube_app;
