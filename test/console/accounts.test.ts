import { expect } from 'vitest'
import type { Sandbox } from '../../src/index.ts'
import { worldTest as test } from '../helpers/audited.ts'

const balanceOf = (sandbox: Sandbox) => sandbox.world.accounts.by('name', 'chengming_tech').first()?.balance ?? 0

test('money put into an account is there, and told as a fact (S-14)', async ({ sandbox }) => {
  const before = balanceOf(sandbox)
  const { status, body } = await sandbox.call('console.RechargeAccount', {
    path: { account: 'chengming_tech' },
    body: { amount: '1000.5' },
  })

  expect(status).toBe(200)
  expect(balanceOf(sandbox)).toBe(before + 100_050)
  expect(body.facts).toMatchObject([{ type: 'account.recharged', amount: 100_050 }])
  expect(body.account).toMatchObject({ name: 'chengming_tech', balance: `${(before + 100_050) / 100}`.replace(/\.5$/, '.50') })
})

test.for([
  ['the account is unknown', 'chengming', { amount: '1.00' }, 404, 'unknown-account'],
  ['the amount is negative', 'chengming_tech', { amount: '-1.00' }, 400, 'bad-request'],
  ['the amount is a number', 'chengming_tech', { amount: 5 }, 400, 'bad-request'],
] as const)('is refused when %s, and nothing changes', async ([_when, account, body, status, code], { sandbox }) => {
  const facts = sandbox.facts.count
  const answer = await sandbox.call('console.RechargeAccount', { path: { account }, body })

  expect(answer).toMatchObject({ status, body: { code } })
  expect(answer.headers['content-type']).toBe('application/problem+json')
  expect(sandbox.facts.count).toBe(facts)
})
