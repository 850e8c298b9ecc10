import { type Editable, operationIn, type RuleRow } from './editable.ts'

const paths = '/v2/orders/customer-orders'
const LIST = '/bss.ListCustomerOrders'
const listOrders = (now: Editable) => now.services['bss']!.paths![paths]!['get']!
const parameter = (now: Editable, name: string) => listOrders(now).parameters!.find((one) => one.name === name)!
const pay = (now: Editable) => operationIn(now, 'bss', 'PayOrders')

export const CONSUMER_ROWS: readonly RuleRow[] = [
  ['an operation is gone', (now) => delete now.services['bss']!.paths![paths], [['breaking', 'consumer.operation.removed', LIST]]],
  [
    'an operation is new',
    (now) => {
      now.services['bss']!.paths!['/v2/new'] = { get: { ...listOrders(now), operationId: 'New' } }
    },
    [['harmless', 'consumer.operation.added', '/bss.New']],
  ],
  [
    'an operation has another id only',
    (now) => {
      listOrders(now).operationId = 'ListOrders'
    },
    [],
  ],
  [
    'another path',
    (now) => {
      now.services['bss']!.paths!['/v3/orders'] = now.services['bss']!.paths![paths]!
      delete now.services['bss']!.paths![paths]
    },
    [['breaking', 'consumer.request.path-changed', `${LIST}/path`]],
  ],
  [
    'another method',
    (now) => {
      const item = now.services['bss']!.paths![paths]!
      item['post'] = item['get']!
      delete item['get']
    },
    [['breaking', 'consumer.request.method-changed', `${LIST}/method`]],
  ],
  [
    'an operation is on its way out',
    (now) => {
      listOrders(now)['deprecated'] = true
    },
    [['risky', 'consumer.request.deprecated', `${LIST}/deprecated`]],
  ],
  [
    'a parameter becomes required',
    (now) => {
      parameter(now, 'limit').required = true
    },
    [['breaking', 'consumer.request.now-required', `${LIST}/query/limit`]],
  ],
  [
    'a required parameter is new',
    (now) => {
      listOrders(now).parameters!.push({ name: 'x', in: 'query', required: true, schema: {} })
    },
    [['breaking', 'consumer.request.field-added-required', `${LIST}/query/x`]],
  ],
  [
    'an optional parameter is new',
    (now) => {
      listOrders(now).parameters!.push({ name: 'x', in: 'query', schema: {} })
    },
    [['harmless', 'consumer.request.field-added', `${LIST}/query/x`]],
  ],
  [
    'a parameter is gone',
    (now) => {
      listOrders(now).parameters = listOrders(now).parameters!.filter(({ name }) => name !== 'limit')
    },
    [['risky', 'consumer.request.field-removed', `${LIST}/query/limit`]],
  ],
  [
    'a special form is refused now',
    (now) => {
      parameter(now, 'order_id')['x-presence'] = { ...parameter(now, 'order_id')['x-presence'], empty: 'refuse' }
    },
    [['breaking', 'consumer.request.meaning-changed', `${LIST}/query/order_id`]],
  ],
  [
    'case counts now',
    (now) => {
      parameter(now, 'order_by')['x-caseless'] = false
    },
    [['breaking', 'consumer.request.case-counts', `${LIST}/query/order_by`]],
  ],
  [
    'case is ignored now',
    (now) => {
      parameter(now, 'limit')['x-caseless'] = true
    },
    [['harmless', 'consumer.request.case-ignored', `${LIST}/query/limit`]],
  ],
  [
    'a credential is not taken any more',
    (now) => {
      listOrders(now)['x-auth'] = ['aksk']
    },
    [['breaking', 'consumer.auth.kind-removed', `${LIST}/auth`]],
  ],
  [
    'another credential is taken',
    (now) => {
      listOrders(now)['x-auth'] = [...listOrders(now)['x-auth'], 'appcode']
    },
    [['harmless', 'consumer.auth.kind-added', `${LIST}/auth`]],
  ],
  [
    'fewer may call',
    (now) => {
      listOrders(now)['x-roles'] = ['buyer']
    },
    [['breaking', 'consumer.auth.role-removed', `${LIST}/roles`]],
  ],
  [
    'another permission',
    (now) => {
      pay(now)['x-permission'] = 'billing:order:all'
    },
    [['risky', 'consumer.auth.permission-changed', '/bss.PayOrders/permission']],
  ],
  [
    'the body becomes optional',
    (now) => {
      pay(now)['requestBody'].required = false
    },
    [['harmless', 'consumer.request.now-optional', '/bss.PayOrders/body']],
  ],
  [
    'another media type',
    (now) => {
      const body = pay(now)['requestBody']
      body.content = { 'application/xml': body.content['application/json'] }
    },
    [
      ['breaking', 'consumer.request.media-removed', '/bss.PayOrders/body'],
      ['harmless', 'consumer.request.media-added', '/bss.PayOrders/body'],
    ],
  ],
  [
    'another status of success',
    (now) => {
      const { responses } = pay(now)
      responses['200'] = responses['204']
      delete responses['204']
    },
    [
      ['breaking', 'consumer.reply.status-removed', '/bss.PayOrders/204'],
      ['risky', 'consumer.reply.status-added', '/bss.PayOrders/200'],
    ],
  ],
  [
    'an error more',
    (now) => {
      pay(now)['x-errors'].push({ code: 'CBC.0156' })
    },
    [['risky', 'consumer.error.added', '/bss.PayOrders/errors/CBC.0156']],
  ],
  [
    'an error less',
    (now) => {
      pay(now)['x-errors'] = pay(now)['x-errors'].filter(({ code }: { code: string }) => code !== 'CBC.0999')
    },
    [['harmless', 'consumer.error.removed', '/bss.PayOrders/errors/CBC.0999']],
  ],
  [
    'an error with another status',
    (now) => {
      now.families['bss']!['cbc']!.errors['CBC.99003106'].status = 409
    },
    [
      ['breaking', 'consumer.error.status-changed', '/bss.PayOrders/errors/CBC.99003106'],
      ['breaking', 'consumer.error.status-changed', '/bss.PayOrdersLegacy/errors/CBC.99003106'],
    ],
  ],
  [
    'an error with another text',
    (now) => {
      now.families['bss']!['cbc']!.errors['CBC.99003106'].message = 'No.'
    },
    [
      ['harmless', 'consumer.error.text-changed', '/bss.PayOrders/errors/CBC.99003106'],
      ['harmless', 'consumer.error.text-changed', '/bss.PayOrdersLegacy/errors/CBC.99003106'],
    ],
  ],
]
