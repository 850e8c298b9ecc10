import type { operations } from '../../spec/generated/iam.ts'
import type { Behaviour } from '../behaviour.ts'

/** Regions of the mainland site that the guides name. */
export const REGIONS = [
  { id: 'cn-north-4', zh: '华北-北京四', en: 'CN North-Beijing4' },
  { id: 'cn-north-1', zh: '华北-北京一', en: 'CN North-Beijing1' },
  { id: 'cn-east-2', zh: '华东-上海二', en: 'CN East-Shanghai2' },
  { id: 'cn-east-3', zh: '华东-上海一', en: 'CN East-Shanghai1' },
  { id: 'cn-south-1', zh: '华南-广州', en: 'CN South-Guangzhou' },
  { id: 'cn-southwest-2', zh: '西南-贵阳一', en: 'CN Southwest-Guiyang1' },
] as const

/** Whether there is such a region. */
export function isRegion(id: string): boolean {
  return REGIONS.some((region) => region.id === id)
}

/** All regions, for SDK cores that look before they create a project. */
export const listRegions: Behaviour<operations['KeystoneListRegions']> = ({ host }) => ({
  links: { self: `http://${host}/v3/regions`, previous: null, next: null },
  regions: REGIONS.map(({ id, zh, en }) => ({
    id,
    type: 'public',
    description: '',
    parent_region_id: null,
    locales: { 'zh-cn': zh, 'en-us': en },
    links: { self: `http://${host}/v3/regions/${id}` },
  })),
})

/** The one account the caller can act for: its own. */
export const listDomains: Behaviour<operations['KeystoneListAuthDomains']> = ({ caller, host }) => {
  const { id, name } = caller.account
  const links = { self: `http://${host}/v3/domains/${id}` }
  return { links: { self: `http://${host}/v3/auth/domains` }, domains: [{ id, name, enabled: true, description: '', links }] }
}
