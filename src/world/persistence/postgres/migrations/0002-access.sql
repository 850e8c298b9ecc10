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

-- Down Migration

drop table access_token;
