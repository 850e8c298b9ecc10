-- Up Migration

-- A replica that is stopping answers what it still owns, and is given nothing new.
alter table replica add column leaving boolean not null default false;

-- The incarnation of a replica that has a call for this family and cannot reach its owner: the owner hands it over.
alter table family add column wanted text;

/*
 * Makes a replica the owner of a family, unless a living one owns it; returns the new epoch, or null. The row of the present owner is locked
 * before its lease is judged: a renewal that is under way is waited for, and one that comes later finds the family taken.
 */
create function claim_family(wanted_id text, by text) returns bigint language plpgsql as $$
declare
  holder text;
  alive boolean;
  raised bigint;
begin
  if not exists (select 1 from replica where incarnation = by and lease_until > clock_timestamp() and not leaving) then
    return null;
  end if;
  insert into family (id, owner) values (wanted_id, by) on conflict do nothing returning epoch into raised;
  if raised is not null then
    return raised;
  end if;
  select owner into holder from family where id = wanted_id for update;
  if not found then
    return null;
  end if;
  if holder is not null and holder <> by then
    select lease_until > clock_timestamp() into alive from replica where incarnation = holder for share;
    if alive then
      return null;
    end if;
  end if;
  update family set owner = by, epoch = epoch + 1, used = clock_timestamp(), due = null, wanted = null where id = wanted_id
    returning epoch into raised;
  return raised;
end
$$;

-- Down Migration

drop function claim_family;
alter table family drop column wanted;
alter table replica drop column leaving;
