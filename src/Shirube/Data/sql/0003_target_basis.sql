-- What the yearly figures are and which way is better, as a person chose; null until somebody did. The correction rows say who and why.
alter table indicator
    add column target_basis text,
    add column direction text;
