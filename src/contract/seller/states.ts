/**
 * The provider states of the published pacts. Names never change once published: sellers may have handlers for them.
 * `gives` are the names of the values that `fromProviderState` can use.
 */
export interface State {
  readonly about: string
  readonly gives: readonly string[]
  /** `calls`: set up by calls of the production interface. `seller`: only the seller's own handler can set it up. */
  readonly by: 'calls' | 'seller'
}

const state = (about: string, gives: readonly string[] = []): State => ({ about, gives, by: 'calls' })
const staged = (about: string): State => ({ about, gives: [], by: 'seller' })

/** Contacts of the buyer are sent in V1.0 only, encrypted with the key of the basic interfaces. */
const ORDER = ['orderId', 'orderLineId', 'businessId', 'expireTime', 'mobilePhone', 'email']
const INSTANCE = ['instanceId', 'purchaseOrderId']
const TENANT = [...INSTANCE, 'tenantId', 'clientSecret']

export const STATES = {
  'an order is paid': state('An order number that nobody used before, and an expiry in a year', ORDER),
  'an order line has its instance': state('newInstance was called twice for one order line and answered one instance', ORDER),
  'an instance is open': state('newInstance was called, and queryInstance shows what is opened in the background', INSTANCE),
  'two instances are open': state('The same for two orders; instanceId holds both, with a comma between them', INSTANCE),
  'another instance was released': state('Two are open for two orders, and releaseInstance was called for the other', INSTANCE),
  'an order kept its instance when another was released': state(
    'The same, and newInstance, called again for the order line of the one that is left, answered that one',
    ORDER,
  ),
  'an instance is frozen': state('Open, and then frozen', INSTANCE),
  'no such instance': state('The id of an instance that never existed', INSTANCE),
  'a licence is applied for': state('An application that nobody made before, for a year from now', [
    'eventId',
    'effectiveTime',
    'expireTime',
  ]),
  'a licence was handed out': state('V1.0: getLicense was called', INSTANCE),
  'another licence was released': state('V1.0: getLicense was called for two orders, and releaseLicense for the other', INSTANCE),
  'a tenant buys': state('A tenant that nobody used before, with an open instance where a key of the basic interfaces is known', TENANT),
  'a tenant is synchronised': state('The same, and tenantSync added it', TENANT),
  'another tenant was removed': state('Two tenants are synchronised, and tenantSync removed the other', TENANT),
  'an application is synchronised': state('The same, and applicationSync added its application', [...TENANT, 'appId']),
  'another application was removed': state('Two tenants have an application each, and applicationSync removed that of the other', [
    ...TENANT,
    'appId',
  ]),
  'users are authorised': state('The same, and authSync authorised a user', [...TENANT, 'appId']),
  'a department is synchronised': state('A tenant is synchronised, and singleOrgSync added a department', TENANT),
  'a licence code is sold': state('A licence code that the seller knows: --licence says which', ['license']),
  'a licence code is frozen': state('The same, and updateLicenseCodeStatus froze it', ['license']),
  'no such licence code': state('A licence code that was never issued', ['license']),
  'the signature is wrong': state('The next call is signed with another key'),

  'instances are opened in the background': staged('newInstance answers before the instance is there'),
  'the work takes time': staged('The call is answered before its work is done'),
  'the service of the seller fails': staged('Something inside the seller does not work'),
  'no resource is left to allot': staged('The seller can open no further instance'),
  'the mobile number is taken': staged("The buyer's mobile number is empty or taken"),
  'the secret cannot be decrypted': staged('The secret was encrypted for another key'),
  'the mail address is taken': staged("The buyer's mail address is empty or taken"),
  'the product was bought before': staged('A product that can be bought once was bought'),
  'the service of the product fails': staged("The product's own service does not work"),
  'the benefit was bought before': staged('The account has the benefit already'),
  'the product is sold out': staged('The stock is gone'),
  'the mail domain is taken': staged('The mail domain is in use at the seller'),
  'the licences of the order are used up': staged('The order allows no further licence'),
  'the order is not in force': staged('The application lies before the begin or after the end of the order'),
  'the product is sold by period': staged('The product of the instance is periodic'),
  'licences are bound to devices': staged('The product wants the fingerprint of a device'),
} as const satisfies Readonly<Record<string, State>>

export type StateName = keyof typeof STATES

export const isState = (name: string): name is StateName => Object.hasOwn(STATES, name)
