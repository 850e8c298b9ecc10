import type { operations } from '../../spec/generated/iam.ts'
import { REGIONS } from '../../world/entities/regions.ts'
import type { Behaviour } from '../behaviour.ts'

/** All regions, for SDK cores that query them before they create a project. */
export const listRegions: Behaviour<operations['KeystoneListRegions']> = ({ origin }) => ({
  links: { self: `${origin}/v3/regions`, previous: null, next: null },
  regions: REGIONS.map(({ id, zh, en }) => ({
    id,
    type: 'public',
    description: '',
    parent_region_id: null,
    locales: { 'zh-cn': zh, 'en-us': en },
    links: { self: `${origin}/v3/regions/${id}` },
  })),
})

/** The only account that the caller can act for: its own. */
export const listDomains: Behaviour<operations['KeystoneListAuthDomains']> = ({ caller, origin }) => {
  const { id, name } = caller.account
  const links = { self: `${origin}/v3/domains/${id}` }
  return { links: { self: `${origin}/v3/auth/domains` }, domains: [{ id, name, enabled: true, description: '', links }] }
}
