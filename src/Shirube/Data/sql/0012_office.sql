-- What people and the audit trail need beyond one government: asked as questions with a narrow answer, never as rows.

-- A temporary table of the same name is looked up before public unless it is named last.
alter function person_of_mail(text) set search_path = public, pg_temp;
alter function holds_post(uuid, date) set search_path = public, pg_temp;
alter function person_of_invitation(text) set search_path = public, pg_temp;

-- A post that was taken back before its first day was held on no day.
alter table post drop constraint post_check;
alter table post add constraint post_period check (valid_until >= valid_from - 1);
create index on post (government_code, person_id);

-- The step of moves that made a post and the one that ended it, so that a step is taken back as a whole.
alter table post add column moved_in int, add column ended_in int, add column until_before date;

-- Whoever holds the link of an invitation is the person: it is handed out only where that opens nothing of others.
create function works_elsewhere(asked uuid, day date) returns boolean
    language sql stable security definer set search_path = public, pg_temp
    as $$ select exists (
        select from post where person_id = asked and government_code is distinct from current_government()
            and valid_from <= coalesce(valid_until, 'infinity') and (valid_until is null or valid_until >= day)) $$;
create function worked_elsewhere(asked uuid) returns boolean
    language sql stable security definer set search_path = public, pg_temp
    as $$ select exists (
        select from post where person_id = asked and government_code is distinct from current_government()) $$;
-- A row alone opens nothing: revoking and resetting make one for who never signed in.
create function can_sign_in(asked uuid) returns boolean
    language sql stable security definer set search_path = public, pg_temp
    as $$ select exists (select from account where person_id = asked and password_hash is not null)
        or exists (select from account_login where person_id = asked)
        or exists (select from account_passkey where person_id = asked) $$;
-- Whether a name that was typed is the person's, spaces and widths aside; says no name.
create function is_named(asked uuid, typed text) returns boolean
    language sql stable security definer set search_path = public, pg_temp
    as $$ select exists (select from person where person_id = asked
        and lower(regexp_replace(normalize(name, nfkc), '\s', '', 'g'))
            = lower(regexp_replace(normalize(typed, nfkc), '\s', '', 'g'))) $$;
create or replace function works_beside(asked uuid, own text, day date) returns boolean
    language sql stable security definer set search_path = public, pg_temp
    as $$ select exists (
        select from post where person_id = asked and government_code <> own
            and valid_from <= coalesce(valid_until, 'infinity') and (valid_until is null or valid_until >= day)) $$;
create policy voided_by_functions on invitation for update to shirube_owner using (true) with check (true);
create function void_invitations(asked uuid) returns void
    language sql security definer set search_path = public, pg_temp
    as $$ update invitation set expires_at = least(expires_at, now())
        where person_id = asked and used_at is null and expires_at > now()
            and exists (select from post where person_id = asked and government_code = current_government()) $$;
create function holds_post_from(asked uuid, day date) returns boolean
    language sql stable security definer set search_path = public, pg_temp
    as $$ select exists (
        select from post where person_id = asked
            and valid_from <= coalesce(valid_until, 'infinity') and (valid_until is null or valid_until >= day)) $$;

-- Of a person, a government changes nothing, neither name nor address of signing in; it erases who worked for it.
create policy changed_by_functions on person for update to shirube_owner using (true) with check (true);
create function erase_person(asked uuid, at timestamptz) returns boolean
    language sql security definer set search_path = public, pg_temp
    as $$
    with gone as (
        update person
        set name = '', yomi = '', mail = 'erased-' || replace(asked::text, '-', ''), erased_at = at
        where person_id = asked and erased_at is null
            and exists (select from post where person_id = asked and government_code = current_government())
        returning person_id)
    select exists (select from gone) $$;

-- Erasing and giving a post exclude each other: whichever comes second waits for the person's row and then sees the first.
create function refuse_erased() returns trigger language plpgsql security definer set search_path = public, pg_temp
    as $$
    begin
        perform from person where person_id = new.person_id and erased_at is null for share;
        if not found then
            raise exception 'person % was erased', new.person_id using errcode = 'restrict_violation';
        end if;
        return new;
    end $$;
create trigger of_the_living before insert on post for each row execute function refuse_erased();

-- Codes only: which governments and which trails there are, for the commands that go through all of them.
create policy for_functions on government for select to shirube_owner using (true);
create function registered_codes() returns setof text
    language sql stable security definer set search_path = public, pg_temp
    as $$ select government_code from government order by government_code $$;
create policy for_functions on audit_head for select to shirube_owner using (true);
create policy for_functions on audit_record for select to shirube_owner using (true);
create function audit_trails() returns setof text
    language sql stable security definer set search_path = public, pg_temp
    as $$ select '000000' union select trail from audit_head union select trail from audit_record
        union select government_code from government order by 1 $$;

-- How long audit records are kept, where an office has said so; without a row they are kept for ever. The lower limit
-- stands here because whoever can change this table must not be able to empty the trail.
create table audit_retention (
    trail text primary key,
    years int not null check (years between 3 and 100)
);
alter table audit_retention enable row level security;
alter table audit_retention force row level security;
create policy own on audit_retention
    using (trail = coalesce(current_government(), '000000'))
    with check (trail = coalesce(current_government(), '000000'));
create policy for_functions on audit_retention for select to shirube_owner using (true);

-- Serving moves the end of a trail; where its kept part begins, only expire_audit moves.
revoke update on audit_head from shirube_app;
grant update (number, hash) on audit_head to shirube_app;
create policy for_functions_update on audit_head for update to shirube_owner using (true) with check (true);
create policy expire on audit_record for delete to shirube_owner using (true);

create index on audit_record (trail, subject, number);
create index on audit_record (trail, act, number);

-- Append-only still, for the owner too, except for what the head of the trail says has expired.
create or replace function refuse_change() returns trigger language plpgsql
    as $$ begin raise exception '% is append-only', tg_table_name using errcode = 'restrict_violation'; end $$;
drop trigger append_only on audit_record;
create trigger append_only before update or truncate on audit_record
    for each statement execute function refuse_change();
create function refuse_unexpired() returns trigger language plpgsql
    as $$
    begin
        if old.number <= (select expired_number from audit_head where trail = old.trail) then
            return old;
        end if;
        raise exception '% is append-only', tg_table_name using errcode = 'restrict_violation';
    end $$;
create trigger only_expired before delete on audit_record
    for each row execute function refuse_unexpired();

-- Takes away, from the old end only, what has been kept for the years that the office set; never the last record. The
-- years and the day are looked up here, so that the caller can shorten neither.
create function expire_audit() returns table (expired_from bigint, expired_to bigint)
    language plpgsql security definer set search_path = public, pg_temp
    as $$
    declare
        own text := coalesce(current_government(), '000000');
        kept_from timestamptz;
        begun bigint;
        ended bigint;
        until bigint;
        sealed text;
    begin
        select now() - make_interval(years => years) into kept_from from audit_retention where trail = own;
        if kept_from is null then
            return;
        end if;
        select expired_number, number into begun, ended from audit_head where trail = own for update;
        select min(number) - 1 into until from audit_record
            where trail = own and (at >= kept_from or number = ended);
        if until is null or until <= begun then
            return;
        end if;
        select hash into sealed from audit_record where trail = own and number = until;
        update audit_head set expired_number = until, expired_hash = sealed where trail = own;
        delete from audit_record where trail = own and number <= until;
        return query select begun + 1, until;
    end $$;
