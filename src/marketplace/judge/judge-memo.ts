import type { Complain } from './trial.ts'

type Body = Readonly<Record<string, unknown>>

/**
 * Chinese text of a memo is sent as `\uXXXX` (koogallery.md 3.2). No page says what happens to other forms, so this is never an error.
 * @param text the answer as received
 */
export function judgeMemo(text: string, body: Body, complain: Complain): void {
  const info = Array.isArray(body['info']) ? body['info'] : []
  for (const [pointer, appInfo] of [
    ['/body/appInfo', body['appInfo']] as const,
    ...info.map((one: Body | null, i) => [`/body/info/${i}/appInfo`, one?.['appInfo']] as const),
  ]) {
    const memo = (appInfo as Body | null | undefined)?.['memo']
    // biome-ignore lint/suspicious/noControlCharactersInRegex: all of ASCII is meant
    const strange = typeof memo === 'string' ? /[^\x00-\x7f]+/.exec(memo)?.[0] : undefined
    if (strange === undefined || !text.includes(strange)) continue
    complain({
      code: 'answer.memo.not-escaped',
      level: 'warning',
      pointer: `${pointer}/memo`,
      expected: `characters beyond ASCII as \\uXXXX`,
      got: strange.slice(0, 40),
      source: 'CN/zh-cn_topic_0070649428',
      evidence: 'doc',
      hint: 'Most JSON libraries have a switch for it: ensure_ascii in Python, ESCAPE_NON_ASCII in Jackson, JSON_UNESCAPED_UNICODE left out in PHP.',
    })
  }
}
