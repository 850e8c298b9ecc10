import type { Call } from '../spec/call.ts'
import type { Specs } from '../spec/catalogue.ts'
import type { Surface } from './answer.ts'
import type { Outgoing } from './exchange.ts'

/**
 * Lets pages of every origin call a surface and read its answers: what it answers is made up. The control API is never wrapped in this. What a
 * browser asks before a call (preflight) is answered here, and whether the call is right when it is made.
 */
export function withCors({ serves, answer }: Surface, specs: Specs): Surface {
  return {
    serves,
    answer(call) {
      if (call.headers['origin'] === undefined) return answer(call)
      if (isPreflight(call)) return preflightAnswer(call, methodsAt(specs, call))
      const answered = answer(call)
      return answered instanceof Promise ? answered.then((late) => allowOrigin(call, late)) : allowOrigin(call, answered)
    },
  }
}

/** The methods of a path. */
export function methodsAt(specs: Specs, call: Call): readonly string[] {
  const route = specs.find({ ...call, method: '*' })
  return 'missing' in route ? route.methods : [route.value.method]
}

const isPreflight = ({ method, headers }: Call): boolean => method === 'OPTIONS' && headers['access-control-request-method'] !== undefined

function preflightAnswer(call: Call, methods: readonly string[]): Outgoing {
  const { headers } = call
  const asked = headers['access-control-request-method'] as string
  const named = headers['access-control-request-headers']
  return allowOrigin(call, {
    status: 204,
    headers: {
      'Access-Control-Allow-Methods': [...new Set([...methods, asked.toUpperCase().replace(/[^A-Z]/g, '')])].join(', '),
      ...(named === undefined ? {} : { 'Access-Control-Allow-Headers': named }),
      ...(headers['access-control-request-private-network'] ? { 'Access-Control-Allow-Private-Network': 'true' } : {}),
      'Access-Control-Max-Age': '600',
    },
    bytes: null,
  })
}

/** Headers that say nothing to a page, or that it may read anyway. */
const NOT_EXPOSED = /^(access-control-.*|content-type|content-length|date|vary)$/i

function allowOrigin({ headers: { origin } }: Call, answered: Outgoing): Outgoing {
  const { headers } = answered
  headers['Access-Control-Allow-Origin'] = origin as string
  headers['Access-Control-Allow-Credentials'] = 'true'
  const exposed = Object.keys(headers).filter((name) => !NOT_EXPOSED.test(name))
  if (exposed.length > 0) headers['Access-Control-Expose-Headers'] = exposed.join(', ')
  headers['Vary'] = headers['Vary'] === undefined ? 'Origin' : `${headers['Vary']}, Origin`
  return answered
}
