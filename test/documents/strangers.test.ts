import { describe, expect, test } from 'vitest'
import { petShop } from './pet-shop.ts'
import { serveDocument } from './serve-document.ts'
import { answerDocuments } from './strangers/answer-documents.ts'
import type { Stranger } from './strangers/frame.ts'
import { manyOperations, sharedSchemas } from './strangers/large-documents.ts'
import { type Prepared, requestsFor } from './strangers/requests.ts'
import { unusualDocuments } from './strangers/unusual-documents.ts'
import { usualDocuments } from './strangers/usual-documents.ts'

/** Operations of the largest document that are called; `OPERATIONS=5000` calls them all. */
const MOST = Number(process.env['OPERATIONS'] ?? 120)

const documents: readonly Stranger[] = [
  ...usualDocuments,
  ...answerDocuments,
  ...unusualDocuments,
  { name: 'a pet shop', document: petShop },
  sharedSchemas(2000),
  manyOperations(5000),
]

test('there are at least twelve documents', () => expect(documents.length).toBeGreaterThanOrEqual(12))

describe.each(documents)('$name', ({ document, whole }) => {
  test('every operation answers as documented, refuses what is left out or wrong, and asks for credentials', {
    timeout: 120_000,
  }, async () => {
    await using served = await serveDocument(document)
    const read =
      whole ?? (typeof document === 'string' ? (document.startsWith('{') ? JSON.parse(document) : await yaml(document)) : document)
    const all = requestsFor(read)
    const step = Math.max(1, Math.floor(all.length / MOST))
    const asked = all.filter((_, i) => i % step === 0)
    expect(asked.length).toBeGreaterThan(0)
    const ask = ({ method, target, headers, body }: Prepared) =>
      served.sandbox.fetch(
        new Request(`${served.sandbox.url}${target}`, { method, headers, redirect: 'manual', ...(body === undefined ? {} : { body }) }),
      )
    for (const { valid, success, wrong, bare } of asked) {
      const answer = await ask(valid)
      const what = { ...valid, verdict: answer.headers.get('x-sandbox-verdict') ?? '' }
      expect
        .soft({ ...what, fits: success.some((one) => matches(one, answer.status)) ? 'yes' : answer.status })
        .toEqual({ ...what, fits: 'yes' })
      await answer.text()
      for (const one of wrong) {
        const refused = await ask(one)
        expect
          .soft({ ...one, status: refused.status })
          .toEqual({ ...one, status: expect.toSatisfy((status: number) => [400, 415, 422].includes(status)) })
        await refused.text()
      }
      if (bare) expect.soft({ ...bare, status: (await ask(bare)).status }).toEqual({ ...bare, status: 401 })
    }
  })
})

const matches = (documented: string, status: number) =>
  documented === String(status) ||
  (/^\dXX$/.test(documented) && documented[0] === String(status)[0]) ||
  (documented === 'default' && status < 400)

async function yaml(text: string): Promise<unknown> {
  const { parse } = await import('yaml')
  return parse(text)
}
