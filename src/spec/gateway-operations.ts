import type { Bundle, FamilyDoc, OperationDoc } from './document/model.ts'
import { createOperation, type Operation } from './operation.ts'
import { createChecks } from './schema/checks.ts'

const PLAIN: FamilyDoc = {
  envelope: {
    schema: { type: 'object', required: ['error_code', 'error_msg'] },
    body: { error_code: '{code}', error_msg: '{message}', request_id: '{request_id}' },
  },
  errors: {
    'APIGW.0101': { status: 404, message: 'The API does not exist or has not been published in the environment.' },
    'APIGW.0201': { status: 400, message: 'API request error.' },
    'APIGW.0302': { status: 403, message: 'The IAM user is not authorized to access the API.' },
  },
}

/** The errors that every operation shares. */
export function gatewayOf(bundle: Bundle): FamilyDoc {
  return Object.values(bundle.families.gateway ?? {})[0] ?? PLAIN
}

/** Used where no operation was found. */
export function nowhere(gateway: FamilyDoc): Operation {
  return pathless(gateway, { operationId: 'Nowhere', 'x-auth': ['none'], 'x-source': [], 'x-evidence': 'doc' })
}

/** Used for every call of an API product. */
export function apiProducts(gateway: FamilyDoc): Operation {
  return pathless(gateway, {
    operationId: 'CallApi',
    'x-auth': ['appcode'],
    'x-source': ['S-28', 'UM/zh-cn_topic_0000002497990256'],
    'x-evidence': 'seed',
  })
}

/** An operation without a path, for the gateway: only its errors are documented. */
function pathless(gateway: FamilyDoc, about: Omit<OperationDoc, 'responses' | 'x-errors'>): Operation {
  const doc: OperationDoc = { ...about, responses: {}, 'x-errors': [] }
  const compile = createChecks({}).of
  return createOperation({ service: 'gateway', method: '*', path: '*', doc, family: undefined, gateway, schemas: {}, compile })
}
