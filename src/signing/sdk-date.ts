/**
 * Reads an `X-Sdk-Date` (`yyyyMMdd'T'HHmmss'Z'`, UTC) as epoch milliseconds; undefined for anything else,
 * dates and times that no calendar has included. Whether the time is fresh is for the caller to say.
 *
 * @example
 * parseSdkDate('20191115T033655Z')   // 1573789015000
 * parseSdkDate('20190229T000000Z')   // undefined: 2019 was no leap year
 */
export function parseSdkDate(text: string): number | undefined {
  const parts = /^(\d{4})(\d{2})(\d{2})T(\d{2})(\d{2})(\d{2})Z$/.exec(text)?.slice(1).map(Number)
  if (!parts) return undefined
  const [year, month, day, hour, minute, second] = parts as [number, number, number, number, number, number]
  const time = Date.UTC(year, month - 1, day, hour, minute, second)
  return formatSdkDate(time) === text ? time : undefined
}

/**
 * Writes epoch milliseconds as an `X-Sdk-Date` in UTC; parts of a second are cut off.
 * Throws a RangeError for a time outside the years 0 to 9999, which the form cannot hold.
 *
 * @example
 * formatSdkDate(1573789015999)   // '20191115T033655Z'
 */
export function formatSdkDate(time: number): string {
  const iso = new Date(time).toISOString()
  if (iso.length !== 24) throw new RangeError(`X-Sdk-Date holds years of four digits, ${iso} does not fit.`)
  return `${iso.slice(0, 19).replace(/[-:]/g, '')}Z`
}
