-- Up Migration

-- The replicas that each one cannot reach, by incarnation, with the end of their lease (epoch ms) as it was known then: one that is gone
-- never renews it. A replica that most others cannot reach stands apart: it hands its worlds over and takes none.
alter table replica add column unreached jsonb not null default '{}';
alter table replica add column apart boolean not null default false;

-- Which version of the program ran each migration: an older one names it.
create table migrated (
  name text primary key,
  version text not null,
  at timestamptz not null default clock_timestamp()
);

-- Down Migration

drop table migrated;
alter table replica drop column apart;
alter table replica drop column unreached;
