-- Up Migration

-- What all replicas of one sandbox share. One row.
create table sandbox (
  one_row boolean primary key default true check (one_row),
  seed text not null,
  -- Proves to a replica that a call was passed on by another one.
  secret text not null,
  control_token text not null,
  created timestamptz not null default clock_timestamp()
);

-- Running processes. A replica whose lease has ended owns nothing.
create table replica (
  name text primary key,
  incarnation text not null unique,
  url text not null,
  version text not null,
  started timestamptz not null default clock_timestamp(),
  lease_until timestamptz not null
);

-- A world with its forks and snapshots: written to one log, by one owner at a time. Each new owner raises the epoch.
create table family (
  id text primary key,
  owner text,
  epoch bigint not null default 1,
  used timestamptz not null default clock_timestamp(),
  -- When planned work of a live world is due, while nobody has it in memory.
  due timestamptz
);
create index family_owner on family (owner);
create index family_due on family (due) where due is not null;

create table world (
  name text primary key,
  family text not null references family on delete cascade,
  about jsonb not null
);
create index world_family on world (family);

create table snapshot (
  name text primary key,
  family text not null references family on delete cascade,
  about jsonb not null
);
create index snapshot_family on snapshot (family);

-- SHA-256 of what a caller presents: which world issued it.
create table credential (
  id bytea not null,
  world text not null references world on delete cascade,
  primary key (id, world)
);
create index credential_world on credential (world);

create table log (
  family text not null references family on delete cascade,
  seq bigint not null,
  epoch bigint not null,
  body text not null,
  primary key (family, seq)
);

-- Starting content that many families share, by the SHA-256 of its text.
create table sheet (
  hash bytea primary key,
  body text not null,
  made timestamptz not null default clock_timestamp()
);
create table sheet_use (
  hash bytea not null,
  family text not null references family on delete cascade,
  primary key (hash, family)
);
create index sheet_use_family on sheet_use (family);

/*
 * Appends one log entry for each of several families. An entry of an owner that has lost its family is not written ('lost'); one whose
 * world or snapshot has a name that another family took meanwhile is not written either ('taken').
 */
create function append_entries(by text, families text[], epochs bigint[], seqs bigint[], bodies text[], names jsonb[])
returns table (n integer, outcome text) language plpgsql as $$
declare
  given jsonb;
begin
  perform 1 from family where id = any (families) order by id for share;
  for i in 1 .. coalesce(array_length(families, 1), 0) loop
    n := i;
    if not exists (select 1 from family f where f.id = families[i] and f.owner = by and f.epoch = epochs[i]) then
      outcome := 'lost';
      return next;
      continue;
    end if;
    given := names[i];
    if given is null then
      insert into log values (families[i], seqs[i], epochs[i], bodies[i]);
      outcome := 'stored';
      return next;
      continue;
    end if;
    begin
      insert into log values (families[i], seqs[i], epochs[i], bodies[i]);
      delete from world w using jsonb_array_elements_text(given -> 'dropped') d (name) where w.name = d.name and w.family = families[i];
      delete from snapshot s using jsonb_array_elements_text(given -> 'forgotten') d (name) where s.name = d.name and s.family = families[i];
      insert into world select b ->> 'name', families[i], b -> 'about' from jsonb_array_elements(given -> 'born') b
        on conflict (name) do update set about = excluded.about where world.family = excluded.family;
      insert into snapshot select b ->> 'name', families[i], b -> 'about' from jsonb_array_elements(given -> 'kept') b
        on conflict (name) do update set about = excluded.about where snapshot.family = excluded.family;
      if exists (select 1 from jsonb_array_elements(given -> 'born') b join world w on w.name = b ->> 'name' where w.family <> families[i])
        or exists (select 1 from jsonb_array_elements(given -> 'kept') b join snapshot s on s.name = b ->> 'name' where s.family <> families[i])
      then
        raise exception 'taken' using errcode = 'KS001';
      end if;
      insert into credential select decode(c ->> 'id', 'hex'), c ->> 'world' from jsonb_array_elements(given -> 'credentials') c
        where exists (select 1 from world w where w.name = c ->> 'world') on conflict do nothing;
      outcome := 'stored';
    exception when sqlstate 'KS001' then
      outcome := 'taken';
    end;
    return next;
  end loop;
end
$$;

-- Down Migration

drop function append_entries;
drop table sheet_use, sheet, log, credential, snapshot, world, family, replica, sandbox;
