import { decryptField, type EncryptType } from '../../signing/index.ts'
import type { Delivery } from '../../world/entities/entities.ts'
import type { Complain, Trial } from './trial.ts'

type Body = Readonly<Record<string, unknown>>

/** Checks what an answer says about an instance: its address, its credentials, and that it is the one made before. */
export function judgeInstance(trial: Trial, body: Body, complain: Complain): void {
  const { operation } = trial
  if (body['resultCode'] !== '000000') {
    if (operation.id === 'newInstance') judgeSameInstance(trial, body, complain)
    return
  }
  if (operation.id === 'newInstance') {
    judgeFrontEnd(trial, body, complain)
    judgeSameInstance(trial, body, complain)
    judgeCredentials(trial, body, body['appInfo'], '/body/appInfo', complain)
    judgeAddress(body['appInfo'], '/body/appInfo', complain)
  }
  if (operation.id === 'queryInstance') judgeAnswered(trial, body, complain)
  if (operation.id === 'getLicense') judgeLicensed(body, complain)
}

/** The table asks for the id of the instance; early products have none, and the vendor's own sample sends none. */
function judgeLicensed(body: Body, complain: Complain): void {
  if (body['instanceId'] !== undefined && body['instanceId'] !== null) return
  complain({
    code: 'answer.instanceId.missing',
    level: 'warning',
    pointer: '/body/instanceId',
    expected: 'the id of the instance',
    got: 'nothing',
    hint: 'Answer instanceId beside license: renewal, expiry and release name the licence by it.',
  })
}

/** The debugging page shares this check with V1.0, whose table has the member; V2's has not (setting). */
function judgeFrontEnd({ world, operation }: Trial, body: Body, complain: Complain): void {
  const appInfo = body['appInfo']
  // A value that is not an object was reported by the check of the fields.
  if (appInfo !== undefined && (typeof appInfo !== 'object' || appInfo === null)) return
  const found = (appInfo as Body | undefined)?.['frontEndUrl']
  const setting = world.setting('production.newInstanceFrontEndUrl')
  const level = operation.service === 'production-v1' || setting === 'require' ? 'error' : setting === 'warn' ? 'warning' : undefined
  if (found !== undefined || level === undefined) return
  complain({
    code: 'answer.frontEndUrl.missing',
    level,
    pointer: '/body/appInfo/frontEndUrl',
    expected: 'the address of the site for the customer',
    got: 'nothing',
    words: ['field-missing', { fileId: 'frontEndUrl' }],
    evidence: 'inferred',
    hint: 'Send appInfo.frontEndUrl with newInstance too: no table of V2 asks for it, a shared check of the debugging page may.',
  })
}

/** The same order gets the instance made before, never another (S-42); pay-per-use by order and product. */
function judgeSameInstance({ world, delivery }: Trial, body: Body, complain: Complain): void {
  const id = body['instanceId']
  if (typeof id !== 'string' || delivery.orderId === undefined || namesAnotherOrder(delivery)) return
  for (const other of world.deliveries.where('order', delivery.orderId)) {
    if (other.operation !== delivery.operation || other.orderLineId !== delivery.orderLineId || namesAnotherOrder(other)) continue
    for (const attempt of world.attempts.where('delivery', other.id)) {
      const before = instanceIdOf(attempt.answer?.body)
      if (before === undefined || before === id) continue
      complain({
        code: 'answer.instanceId.changed',
        pointer: '/body/instanceId',
        expected: before,
        got: id,
        source: 'S-42',
        evidence: 'seed',
        hint: 'Look the order line up before you create: a repeated newInstance answers the instance created the first time. Every repeat has a new businessId.',
      })
      return
    }
  }
}

/** Members set by hand may name another order than the delivery's. */
function namesAnotherOrder({ about }: Delivery): boolean {
  const set = about?.['set']
  return typeof set === 'object' && set !== null && ('orderId' in set || 'orderLineId' in set)
}

function instanceIdOf(text: string | undefined): string | undefined {
  try {
    const { instanceId, resultCode } = JSON.parse(text ?? '') as Body
    return typeof instanceId === 'string' && (resultCode === '000000' || resultCode === '000004') ? instanceId : undefined
  } catch {
    return undefined
  }
}

/** Checks that the answer has every requested instance, and the usage of pay-per-use ones. */
function judgeAnswered(trial: Trial, body: Body, complain: Complain): void {
  const { world, delivery, operation } = trial
  const asked = String(delivery.about?.['instanceId'] ?? world.resources.get(delivery.resourceId ?? '')?.instance?.id ?? '')
  const info = Array.isArray(body['info']) ? (body['info'] as Body[]) : []
  const ids = asked.split(',').filter((one) => one !== '')
  const strange = info.findIndex((one) => !ids.includes(String(one['instanceId'])))
  if (ids.length > 0 && strange >= 0) {
    complain({
      code: 'answer.info.not-asked',
      pointer: `/body/info/${strange}/instanceId`,
      expected: `one of the instances that were asked for`,
      got: String(info[strange]?.['instanceId']).slice(0, 120),
      evidence: 'inferred',
      hint: 'Answer what was asked for: addresses and passwords of other instances belong to other customers.',
    })
  }
  for (const id of ids) {
    const at = info.findIndex((one) => one['instanceId'] === id)
    if (at < 0) {
      complain({
        code: 'answer.info.missing',
        pointer: '/body/info',
        expected: `an entry for instance ${id}`,
        got:
          info.length === 0
            ? 'none'
            : `entries for ${info
                .map((one) => one['instanceId'])
                .join(', ')
                .slice(0, 120)}`,
        words: ['field-missing', { fileId: 'instanceId' }],
        hint: 'Keep the id that newInstance was answered, and list every instance that is asked for once it is open.',
      })
      continue
    }
    judgeCredentials(trial, body, info[at]?.['appInfo'], `/body/info/${at}/appInfo`, complain)
    judgeAddress(info[at]?.['appInfo'], `/body/info/${at}/appInfo`, complain)
    if (info[at]?.['appInfo'] === undefined || info[at]?.['appInfo'] === null) complain(withoutAppInfo(at))
    const productId = world.resources.get(delivery.resourceId ?? '')?.productId ?? delivery.about?.['productId']
    const mode = world.products.get(String(productId ?? ''))?.chargingMode
    const usage = mode === 'on-demand' || mode === 'on-demand-package'
    if (usage && !Array.isArray(info[at]?.['usageInfo']) && operation.service === 'production') {
      complain({
        code: 'answer.usageInfo.missing',
        level: 'warning',
        pointer: `/body/info/${at}/usageInfo`,
        expected: 'usageValue and statisticalTime of a pay-per-use instance',
        got: 'nothing',
        words: ['field-missing', { fileId: 'usageInfo' }],
        hint: 'Report the usage of every pay-per-use instance, zero included.',
      })
    }
  }
}

const withoutAppInfo = (at: number): Parameters<Complain>[0] => ({
  code: 'answer.appInfo.missing',
  level: 'warning',
  pointer: `/body/info/${at}/appInfo`,
  expected: 'the address where the buyer logs in, and how',
  got: 'nothing',
  hint: 'Answer appInfo with frontEndUrl, unless the buyer is told by message or mail.',
})

/** The customer is sent there. */
function judgeAddress(appInfo: unknown, pointer: string, complain: Complain): void {
  if (typeof appInfo !== 'object' || appInfo === null) return
  for (const name of ['frontEndUrl', 'adminUrl']) {
    const value = (appInfo as Body)[name]
    if (typeof value !== 'string' || isAddress(value) || (name === 'adminUrl' && value === '')) continue
    complain({
      code: `answer.${name}.no-address`,
      level: 'warning',
      pointer: `${pointer}/${name}`,
      expected: 'an address that begins with https:// or http://',
      got: value === '' ? 'an empty text' : value.slice(0, 120),
      hint: 'Send the full address with scheme and host: the buyer is sent there.',
    })
  }
}

const isAddress = (text: string) => /^https?:\/\/[^\s/]+/i.test(text) && URL.canParse(text)

/** V1.0 encrypts user name and password with the access key (koogallery.md 2.6). */
function judgeCredentials({ operation, key }: Trial, body: Body, appInfo: unknown, pointer: string, complain: Complain): void {
  if (operation.service !== 'production-v1' || typeof appInfo !== 'object' || appInfo === null) return
  // A number is a wrong type, which is reported elsewhere; its meaning is clear.
  const type: EncryptType = String(body['encryptType']) === '2' ? 2 : 1
  for (const name of ['userName', 'password']) {
    const value = (appInfo as Body)[name]
    if (typeof value !== 'string' || value === '' || decryptField(value, key, type) !== undefined) continue
    complain({
      code: 'answer.credentials.not-encrypted',
      pointer: `${pointer}/${name}`,
      expected: `16 characters of IV and the Base64 of ${type === 1 ? 'AES256' : 'AES128'}_CBC_PKCS5Padding with the access key`,
      got: `${value.length} characters that this key cannot read`,
      source: 'G/productsdesc-bms_00a3aa731426282cf27f272f51cd2a90support0',
      hint: 'encryptType 1 is AES-256, 2 is AES-128; the key is derived as Java does it: see encryptField of koogallery-sandbox/signing.',
    })
  }
}
