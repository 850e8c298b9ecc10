import { type Editable, operationIn, type RuleRow } from './editable.ts'

const NEW = '/production.newInstance'
const call = (now: Editable, id = 'newInstance') => operationIn(now, 'production', id)
const rowOf = (now: Editable, ref: string) => now.deliveries.deliveries.find(({ call: called }: { call: string }) => called === ref)

export const PROVIDER_ROWS: readonly RuleRow[] = [
  [
    'a call is new',
    (now) => {
      now.services['production']!.webhooks!['more'] = { post: { ...call(now), operationId: 'more' } }
    },
    [['risky', 'provider.operation.added', '/production.more']],
  ],
  [
    'a call is gone',
    (now) => {
      const { webhooks } = now.services['production']!
      for (const [key, item] of Object.entries(webhooks!)) if (item['post']?.operationId === 'newInstance') delete webhooks![key]
    },
    [['risky', 'provider.operation.removed', NEW]],
  ],
  [
    'another activity',
    (now) => {
      call(now)['x-activity'] = 'createInstance'
    },
    [['breaking', 'provider.call.activity-changed', `${NEW}/activity`]],
  ],
  [
    'another path of the kit',
    (now) => {
      call(now, 'tenantSync')['x-path'] = '/tenants'
    },
    [['breaking', 'provider.call.path-changed', '/production.tenantSync/path']],
  ],
  [
    'another signature',
    (now) => {
      call(now)['x-signature'] = 'kit'
    },
    [['breaking', 'provider.call.signature-changed', `${NEW}/signature`]],
  ],
  [
    'another key',
    (now) => {
      call(now)['x-key'] = 'kit'
    },
    [['breaking', 'provider.call.key-changed', `${NEW}/key`]],
  ],
  [
    'other keys make two calls one',
    (now) => {
      call(now)['x-idempotency'] = ['orderId']
    },
    [['breaking', 'provider.call.identity-changed', `${NEW}/idempotency`]],
  ],
  [
    'no keys make two calls one',
    (now) => {
      delete call(now)['x-idempotency']
    },
    [['harmless', 'provider.call.identity-changed', `${NEW}/idempotency`]],
  ],
  [
    'a result code is not understood any more',
    (now) => {
      call(now)['x-result-codes'] = call(now)['x-result-codes'].filter((code: string) => code !== '000100')
    },
    [['breaking', 'provider.answer.result-removed', `${NEW}/results/000100`]],
  ],
  [
    'a result code more',
    (now) => {
      call(now)['x-result-codes'] = [...call(now)['x-result-codes'], '000999']
    },
    [['harmless', 'provider.answer.result-added', `${NEW}/results/000999`]],
  ],
  [
    'a header that answers must have',
    (now) => {
      call(now)['responses']['200'].headers['X-Must'] = { required: true, schema: { type: 'string' } }
    },
    [['breaking', 'provider.answer.field-added-required', `${NEW}/200/header/X-Must`]],
  ],
  [
    'fewer attempts',
    (now) => {
      now.deliveries.timetables['licence-code'].times = 3
    },
    [['breaking', 'provider.timetable.fewer-tries', '/deliveries/licence-code/times']],
  ],
  [
    'a shorter time',
    (now) => {
      now.deliveries.timetables.create.for = 'PT1H'
    },
    [['breaking', 'provider.timetable.fewer-tries', '/deliveries/create/for']],
  ],
  [
    'a longer time',
    (now) => {
      now.deliveries.timetables.create.for = 'P1D'
    },
    [['risky', 'provider.timetable.more-tries', '/deliveries/create/for']],
  ],
  [
    'another pause',
    (now) => {
      now.deliveries.timetables.create.every = 'PT30M'
    },
    [['risky', 'provider.timetable.interval-changed', '/deliveries/create/every']],
  ],
  [
    'a failure voids the order now',
    (now) => {
      now.deliveries.timetables.kit.afterwards = 'cancel'
    },
    [['breaking', 'provider.timetable.ending-changed', '/deliveries/kit/afterwards']],
  ],
  [
    'a failure only waits now',
    (now) => {
      now.deliveries.timetables.create.afterwards = 'hold'
    },
    [['risky', 'provider.timetable.ending-changed', '/deliveries/create/afterwards']],
  ],
  [
    'another timetable',
    (now) => {
      rowOf(now, 'production.orderNotify').timetable = 'once'
    },
    [['risky', 'provider.timetable.replaced', '/deliveries/order.placed production.orderNotify (each=order)/timetable']],
  ],
  [
    'a call for another reason',
    (now) => {
      now.deliveries.deliveries.push({ on: 'order.shipped', each: 'order', call: 'production.orderNotify', timetable: 'notify' })
    },
    [['risky', 'provider.timetable.call-added', '/deliveries/order.shipped production.orderNotify (each=order)']],
  ],
  [
    'another assumption',
    (now) => {
      now.settings['production.answerTimeout'].default = 'PT5S'
    },
    [['risky', 'provider.setting.default-changed', '/settings/production.answerTimeout']],
  ],
]
