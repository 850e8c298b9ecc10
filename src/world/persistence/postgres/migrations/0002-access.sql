-- Up Migration

-- Tokens of people and pipelines for the control API; of each only the SHA-256.
create table access_token (
  name text primary key,
  role text not null check (role in ('reader', 'tester', 'admin')),
  namespace text,
  sha256 text not null unique,
  created timestamptz not null default clock_timestamp(),
  expires timestamptz
);

-- Calls of the control API: who, when, what, with which outcome.
create table audit (
  id bigint generated always as identity primary key,
  at timestamptz not null,
  entry jsonb not null
);
create index audit_at on audit (at);

-- Down Migration

drop table audit, access_token;
