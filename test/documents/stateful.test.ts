import { describe, expect, test } from 'vitest'
import { petShop } from './pet-shop.ts'
import { type Answered, type Asked, serveDocument } from './serve-document.ts'

/** A step: a request, the expected status, and what the body holds (members that it has at least). */
type Step = readonly [line: string, body: unknown, status: number, holds?: unknown]

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/
const mergePatch = { 'content-type': 'application/merge-patch+json' }
const jsonPatch = { 'content-type': 'application/json-patch+json' }

async function play(
  steps: readonly Step[],
  headersOf: (line: string, body: unknown) => Asked['headers'] = () => undefined,
): Promise<Answered[]> {
  await using served = await serveDocument(petShop, { stateful: true })
  const answers: Answered[] = []
  for (const [line, body, status, holds] of steps) {
    const headers = headersOf(line, body)
    const sent = headers && body !== undefined ? JSON.stringify(body) : body
    const answer = await served.ask(line, { ...(headers ? { headers } : {}), ...(sent === undefined ? {} : { body: sent }) })
    expect.soft({ line, status: answer.status, text: answer.text.slice(0, 300) }).toMatchObject({ line, status })
    if (holds !== undefined) expect.soft(answer.json, line).toMatchObject(holds as object)
    answers.push(answer)
  }
  return answers
}

describe('what is created', () => {
  const rows: readonly (readonly [name: string, steps: readonly Step[]])[] = [
    [
      'can be read',
      [
        ['POST /pets', { name: 'Mia' }, 201, { id: 1, name: 'Mia', status: 'available' }],
        ['GET /pets/1', undefined, 200, { id: 1, name: 'Mia' }],
      ],
    ],
    [
      'is listed in the order of creation',
      [
        ['POST /pets', { name: 'Mia' }, 201],
        ['POST /pets', { name: 'Ali' }, 201],
        ['GET /pets', undefined, 200, [{ name: 'Mia' }, { name: 'Ali' }]],
      ],
    ],
    [
      'is kept without what only the service sets',
      [
        ['POST /pets', { name: 'Mia', id: 77 }, 201, { id: 1 }],
        ['GET /pets/77', undefined, 404],
      ],
    ],
    ["was created at the world's time", [['POST /pets', { name: 'Mia' }, 201, { createdAt: '2026-01-01T00:00:00Z' }]]],
    [
      'can be replaced: what is not sent is gone',
      [
        ['POST /pets', { name: 'Mia', tag: 'cat' }, 201],
        ['PUT /pets/1', { name: 'Leo' }, 200, { id: 1, name: 'Leo' }],
        ['GET /pets?tag=cat', undefined, 200, []],
      ],
    ],
    [
      'can be deleted once',
      [
        ['POST /pets', { name: 'Mia' }, 201],
        ['DELETE /pets/1', undefined, 204],
        ['GET /pets/1', undefined, 404],
        ['DELETE /pets/1', undefined, 404],
      ],
    ],
    [
      'does not give its number to the next one',
      [
        ['POST /pets', { name: 'Mia' }, 201],
        ['DELETE /pets/1', undefined, 204],
        ['POST /pets', { name: 'Leo' }, 201, { id: 2 }],
      ],
    ],
    [
      'cannot be created twice under one key',
      [
        ['POST /coupons', { code: 'SPRING', percent: 5 }, 200, { code: 'SPRING' }],
        ['POST /coupons', { code: 'SPRING', percent: 9 }, 409],
        ['GET /coupons/SPRING', undefined, 200, { percent: 5 }],
      ],
    ],
    [
      'must match the document',
      [
        ['POST /pets', { name: '' }, 422],
        ['POST /pets', { tag: 'cat' }, 422],
        ['GET /pets', undefined, 200, []],
      ],
    ],
  ]
  test.each(rows)('%s', async (_name, steps) => {
    await play(steps)
  })
})

describe('a list', () => {
  const pets = ['Mia', 'Ali', 'Leo', 'Zoe', 'Ben'].map(
    (name, i): Step => ['POST /pets', { name, tag: i % 2 === 0 ? 'cat' : 'dog', age: 5 - i }, 201],
  )
  const names = (answer: Answered | undefined) => ((answer?.json ?? []) as { name: string }[]).map(({ name }) => name).join(' ')
  const rows: readonly (readonly [query: string, names: string])[] = [
    ['', 'Mia Ali Leo Zoe Ben'],
    ['?limit=2', 'Mia Ali'],
    ['?limit=2&offset=3', 'Zoe Ben'],
    ['?offset=9', ''],
    ['?tag=dog', 'Ali Zoe'],
    ['?tag=dog&limit=1', 'Ali'],
    ['?sort=name', 'Ali Ben Leo Mia Zoe'],
    ['?sort=-name', 'Zoe Mia Leo Ben Ali'],
    ['?sort=age', 'Ben Zoe Leo Ali Mia'],
    ['?sort=name:desc&limit=1', 'Zoe'],
  ]
  test.each(rows)('GET /pets%s shows %s', async (query, expected) => {
    const answers = await play([...pets, [`GET /pets${query}`, undefined, 200]])
    expect(names(answers.at(-1))).toBe(expected)
  })

  const owners = ['a', 'b', 'c'].map((name): Step => ['POST /owners', { name }, 201])
  test.each([
    ['?page=1&page_size=2', { data: [{ name: 'a' }, { name: 'b' }], meta: { total: 3, page: 1, total_pages: 2, has_more: true } }],
    ['?page=2&page_size=2', { data: [{ name: 'c' }], meta: { total: 3, page: 2, total_pages: 2, has_more: false } }],
    ['?page=3&page_size=2', { data: [], meta: { total: 3, page: 3, has_more: false } }],
  ])('in an envelope counts: GET /owners%s', async (query, holds) => {
    await play([...owners, [`GET /owners${query}`, undefined, 200, holds]])
  })
})

test('a cursor leads through a nested list', async () => {
  const [created] = await play([['POST /owners', { name: 'Ann' }, 201]])
  await using served = await serveDocument(petShop, { stateful: true })
  const owner = (await served.ask('POST /owners', { body: { name: 'Ann' } })).json.data.id as string
  expect(owner).toMatch(UUID)
  expect(created?.json.data.id, 'the same seed gives the same key').toBe(owner)
  for (const name of ['Mia', 'Ali', 'Leo']) expect((await served.ask(`POST /owners/${owner}/pets`, { body: { name } })).status).toBe(201)
  const first = (await served.ask(`GET /owners/${owner}/pets?limit=2`)).json
  expect(first.items.map((pet: { name: string }) => pet.name)).toEqual(['Mia', 'Ali'])
  const rest = (await served.ask(`GET /owners/${owner}/pets?limit=2&cursor=${first.next_cursor}`)).json
  expect(rest.items.map((pet: { name: string }) => pet.name)).toEqual(['Leo'])
  expect(rest).not.toHaveProperty('next_cursor')
})

test('what stands below a thing goes with it, and nothing can be put below what does not exist', async () => {
  await using served = await serveDocument(petShop, { stateful: true })
  const owner = (await served.ask('POST /owners', { body: { name: 'Ann' } })).json.data.id as string
  await served.ask(`POST /owners/${owner}/pets`, { body: { name: 'Mia' } })
  expect((await served.ask(`DELETE /owners/${owner}`)).status).toBe(204)
  expect((await served.ask(`GET /owners/${owner}/pets`)).status).toBe(404)
  expect((await served.ask(`POST /owners/${owner}/pets`, { body: { name: 'Leo' } })).status).toBe(404)
  expect(served.sandbox.world.items.size).toBe(0)
})

describe('a change', () => {
  const rows: readonly (readonly [name: string, headers: Asked['headers'], patch: unknown, status: number, holds: unknown])[] = [
    ['merges members', mergePatch, { tag: 'dog' }, 200, { name: 'Mia', tag: 'dog' }],
    ['removes a member by null', mergePatch, { tag: null }, 200, { name: 'Mia' }],
    ['keeps the key', mergePatch, { id: 9 }, 200, { id: 1 }],
    ['is refused when the result does not match', mergePatch, { age: -1 }, 422, undefined],
    ['replaces by JSON Patch', jsonPatch, [{ op: 'replace', path: '/name', value: 'Leo' }], 200, { name: 'Leo' }],
    ['tests by JSON Patch', jsonPatch, [{ op: 'test', path: '/name', value: 'Leo' }], 409, undefined],
    ['of a place that is not there does not fit', jsonPatch, [{ op: 'replace', path: '/no/where', value: 1 }], 409, undefined],
    ['of a prototype does not fit', jsonPatch, [{ op: 'add', path: '/__proto__/x', value: 1 }], 409, undefined],
    ['below a text does not fit', jsonPatch, [{ op: 'add', path: '/name/x', value: 1 }], 409, undefined],
    ['of something that is no operation does not fit', jsonPatch, [null], 422, undefined],
    [
      'that doubles a list again and again does not fit',
      jsonPatch,
      [{ op: 'add', path: '/x', value: ['x'] }, ...Array.from({ length: 40 }, () => ({ op: 'copy', from: '/x', path: '/x/-' }))],
      409,
      undefined,
    ],
    [
      'is all or nothing',
      jsonPatch,
      [
        { op: 'replace', path: '/name', value: 'Leo' },
        { op: 'remove', path: '/nothing' },
      ],
      409,
      undefined,
    ],
  ]
  test.each(rows)('%s', async (_name, headers, patch, status, holds) => {
    const headersOf = (line: string) => (line.startsWith('PATCH') ? headers : undefined)
    await play(
      [
        ['POST /pets', { name: 'Mia', tag: 'cat' }, 201],
        ['PATCH /pets/1', patch, status, holds],
      ],
      headersOf,
    )
  })
})

test('one single thing is as the document shows it until it is replaced', async () => {
  await play([
    ['GET /settings', undefined, 200, { theme: 'light', pageSize: 20 }],
    ['PUT /settings', { theme: 'dark' }, 200, { theme: 'dark' }],
    ['GET /settings', undefined, 200, { theme: 'dark' }],
  ])
})

test('PUT creates where the document says 201', async () => {
  const id = '7b1f0f2e-7f0f-4d7e-9a53-0d3f7a0c1a11'
  await play([
    [`PUT /owners/${id}`, { name: 'Ann' }, 201, { data: { id, name: 'Ann' } }],
    [`PUT /owners/${id}`, { name: 'Bea' }, 200, { data: { id, name: 'Bea' } }],
    ['PUT /pets/5', { name: 'Mia' }, 404],
  ])
})

test('answers never show what only requests contain, and a Location leads to the new thing', async () => {
  await using served = await serveDocument(petShop, { stateful: true })
  const made = await served.ask('POST /owners', { body: { name: 'Ann', password: 'secret' } })
  expect(made.text).not.toContain('secret')
  const shown = await served.ask(`GET ${made.headers.location}`)
  expect(shown.json.data).toMatchObject({ name: 'Ann' })
  expect(shown.text).not.toContain('secret')
})

test('operations without a collection answer as without memory, and without --stateful nothing is kept', async () => {
  await play([['GET /health', undefined, 200]])
  await using forgetful = await serveDocument(petShop)
  await forgetful.ask('POST /pets', { body: { name: 'Mia' } })
  expect(forgetful.sandbox.world.items.size).toBe(0)
  expect((await forgetful.ask('GET /pets/99')).status).toBe(200)
})

test('each world has its own things, a fork begins with those of its parent', async () => {
  await using served = await serveDocument(petShop, { stateful: true })
  await served.ask('POST /pets', { body: { name: 'Mia' } })
  served.sandbox.worlds.fork('default', 'copy')
  const inCopy = { headers: { 'x-sandbox-world': 'copy' } }
  await served.ask('DELETE /pets/1', inCopy)
  expect((await served.ask('GET /pets', inCopy)).json).toEqual([])
  expect((await served.ask('GET /pets')).json).toHaveLength(1)
})

test('of twenty creations at once under one key exactly one succeeds', async () => {
  await using served = await serveDocument(petShop, { stateful: true })
  const all = await Promise.all(Array.from({ length: 20 }, () => served.ask('POST /coupons', { body: { code: 'ONE' } })))
  expect(all.map(({ status }) => status).sort()).toEqual([200, ...Array<number>(19).fill(409)])
})
