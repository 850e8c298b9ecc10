import { expect, test } from 'vitest'
import { canIDeploy } from '../../../src/contract/deploy/can-i-deploy.ts'
import type { DeployRecord } from '../../../src/contract/deploy/records.ts'
import { countsOf, isGood } from '../../../src/report/report.ts'
import { deployed, verified } from './make-records.ts'

/** Codes of what stands against it; `yes` where nothing does, `nothing: reason` where nothing can be compared. */
function ask(app: string, version: string, records: readonly DeployRecord[]) {
  const report = canIDeploy({ app, version, environment: 'prod' }, records, 0)
  const checks = report.groups.flatMap((group) => group.checks)
  expect(new Set(checks.map(({ name }) => name)).size).toBe(checks.length)
  if (isGood(report)) return 'yes'
  if (countsOf(report).failed === 0) return `nothing: ${checks[0]?.reason}`
  return checks.flatMap(({ findings }) => findings.map(({ code, got }) => `${code.replace('deploy.', '')}: ${got}`))
}

test.each<[string, string, readonly DeployRecord[], string | readonly string[]]>([
  ['its provider verified it', 'shop 1', [verified('shop@1 bss@7'), deployed('bss@7')], 'yes'],
  ['an earlier version had the same pact', 'shop 2', [verified('shop@1 bss@7'), verified('shop@2 bss@8'), deployed('bss@7')], 'yes'],
  [
    'it was verified against another version',
    'shop 1',
    [verified('shop@1 bss@8'), deployed('bss@7')],
    ['verification.missing: verified against 8 only'],
  ],
  [
    'its pact changed since',
    'shop 2',
    [verified('shop@1 bss@7'), verified('shop@2 bss@8 two'), deployed('bss@7')],
    ['verification.missing: verified against 8 only'],
  ],
  [
    'it failed',
    'shop 1',
    [verified('shop@1 bss@7', false), deployed('bss@7')],
    ['verification.failed: failed at 2026-01-01T12:00:00.000Z'],
  ],
  ['it failed first', 'shop 1', [verified('shop@1 bss@7', true, 5), verified('shop@1 bss@7', false, 1), deployed('bss@7')], 'yes'],
  [
    'it failed last',
    'shop 1',
    [verified('shop@1 bss@7', false, 5), verified('shop@1 bss@7', true, 1), deployed('bss@7')],
    ['verification.failed: failed at 2026-01-01T12:05:00.000Z'],
  ],
  [
    'it failed and succeeded at the same moment',
    'shop 1',
    [verified('shop@1 bss@7'), verified('shop@1 bss@7', false), deployed('bss@7')],
    ['verification.failed: failed at 2026-01-01T12:00:00.000Z'],
  ],
  [
    'one of its two pacts was not verified',
    'shop 1',
    [verified('shop@1 bss@7 one'), verified('shop@1 bss@8 two'), deployed('bss@7')],
    ['verification.missing: verified against 8 only'],
  ],
  [
    'it failed under another content of the same file',
    'shop 1',
    [verified('shop@1 bss@7 one', false, 0, 'shop-bss.json'), verified('shop@1 bss@7 two', true, 1, 'shop-bss.json'), deployed('bss@7')],
    'yes',
  ],
  [
    'it succeeded under another content of the same file, and the newest failed',
    'shop 1',
    [verified('shop@1 bss@7 one', true, 0, 'shop-bss.json'), verified('shop@1 bss@7 two', false, 1, 'shop-bss.json'), deployed('bss@7')],
    ['verification.failed: failed at 2026-01-01T12:01:00.000Z'],
  ],
  [
    'one of its two files failed, and the other was verified later',
    'shop 1',
    [verified('shop@1 bss@7 one', false, 0, 'one.json'), verified('shop@1 bss@7 two', true, 1, 'two.json'), deployed('bss@7')],
    ['verification.failed: failed at 2026-01-01T12:00:00.000Z'],
  ],
  [
    'two folders have a file of one name, and one of both failed in the newest run',
    'shop 1',
    [verified('shop@1 bss@7 one', false, 1, 'one.json'), verified('shop@1 bss@7 two', true, 1, 'one.json'), deployed('bss@7')],
    ['verification.failed: failed at 2026-01-01T12:01:00.000Z'],
  ],
  [
    'as a provider, its consumer there had another content of the same file once',
    'bss 8',
    [verified('shop@1 bss@8 one', false, 0, 'one.json'), verified('shop@1 bss@8 two', true, 1, 'one.json'), deployed('shop@1')],
    'yes',
  ],
  [
    'its provider is not there, but others are',
    'shop 1',
    [verified('shop@1 bss@7'), deployed('iam@1')],
    ['provider.absent: nothing of bss is recorded as deployed'],
  ],
  [
    'two versions of its provider are there and one refused it',
    'shop 1',
    [
      verified('shop@1 bss@7'),
      verified('shop@1 bss@8', false),
      deployed('bss@7', 0, { applicationInstance: 'a' }),
      deployed('bss@8', 0, { applicationInstance: 'b' }),
    ],
    ['verification.failed: failed at 2026-01-01T12:00:00.000Z'],
  ],
  [
    'its provider was replaced since by one that verified it',
    'shop 1',
    [verified('shop@1 bss@8'), deployed('bss@7', 0), deployed('bss@8', 1)],
    'yes',
  ],
  ['the records came in another order', 'shop 1', [deployed('bss@8', 1), deployed('bss@7', 0), verified('shop@1 bss@8')], 'yes'],
  ['nobody recorded a pact of this version', 'shop 2', [verified('shop@1 bss@7'), deployed('bss@7')], ['pact.missing: pacts of 1']],
  [
    'as a provider, it verified what its consumer there needs',
    'bss 8',
    [verified('shop@1 bss@7'), verified('shop@1 bss@8'), deployed('shop@1')],
    'yes',
  ],
  [
    'as a provider, it breaks its consumer there',
    'bss 8',
    [verified('shop@1 bss@7'), verified('shop@1 bss@8', false), deployed('shop@1')],
    ['verification.failed: failed at 2026-01-01T12:00:00.000Z'],
  ],
  [
    'as a provider, it was never verified',
    'bss 8',
    [verified('shop@1 bss@7'), deployed('shop@1')],
    ['verification.missing: verified against 7 only'],
  ],
  [
    'the consumer it breaks is gone',
    'bss 8',
    [verified('shop@1 bss@8', false), verified('kiosk@1 bss@8'), deployed('shop@1'), deployed('kiosk@1'), deployed('shop', 1)],
    'yes',
  ],
  [
    'it is consumer of one and provider of another, and one of both is against it',
    'shop 1',
    [verified('shop@1 bss@7'), verified('market@3 shop@1', false), deployed('bss@7'), deployed('market@3')],
    ['verification.failed: failed at 2026-01-01T12:00:00.000Z'],
  ],
  [
    'what is deployed elsewhere does not count',
    'shop 1',
    [verified('shop@1 bss@7'), deployed('bss@7'), deployed('bss@6', 1, { environment: { name: 'test' } })],
    'yes',
  ],
  [
    'nothing was ever recorded',
    'shop 1',
    [],
    'nothing: no verification is recorded: pass --record-results to `koosandbox contract verify`',
  ],
  [
    'nothing is deployed there yet',
    'shop 1',
    [verified('shop@1 bss@7')],
    'nothing: nothing is recorded as deployed to prod: run `koosandbox deploy record`',
  ],
  [
    'its name is mistyped',
    'shpo 1',
    [verified('shop@1 bss@7'), deployed('bss@7')],
    'nothing: there is no verification of shpo. Did you mean "shop"?',
  ],
  [
    'its consumers are not there yet',
    'bss 7',
    [verified('shop@1 bss@7'), deployed('iam@1')],
    'nothing: nothing that is deployed to prod has a pact with bss',
  ],
])('%s', (_when, what, records, answer) => {
  const [app = '', version = ''] = what.split(' ')
  expect(ask(app, version, records)).toEqual(answer)
})
