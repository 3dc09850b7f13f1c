-- Run by an administrator, once a server. shirube_owner owns and migrates the tables, shirube_app serves.
create role shirube_owner login;
create role shirube_app login nosuperuser nobypassrls nocreatedb nocreaterole;
