/** Regions of the mainland site that the guides name. */
export const REGIONS = [
  { id: 'cn-north-4', zh: '华北-北京四', en: 'CN North-Beijing4' },
  { id: 'cn-north-1', zh: '华北-北京一', en: 'CN North-Beijing1' },
  { id: 'cn-east-2', zh: '华东-上海二', en: 'CN East-Shanghai2' },
  { id: 'cn-east-3', zh: '华东-上海一', en: 'CN East-Shanghai1' },
  { id: 'cn-south-1', zh: '华南-广州', en: 'CN South-Guangzhou' },
  { id: 'cn-southwest-2', zh: '西南-贵阳一', en: 'CN Southwest-Guiyang1' },
] as const

/** Whether a region of that id exists. */
export function isRegion(id: string): boolean {
  return REGIONS.some((region) => region.id === id)
}
