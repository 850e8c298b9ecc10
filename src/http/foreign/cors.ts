import type { Call } from '../../spec/call.ts'
import type { Outcome } from '../exchange.ts'

/** Whether a browser asks if a page of another origin may make a call. */
export const isPreflight = ({ method, headers }: Call): boolean =>
  method === 'OPTIONS' && headers['origin'] !== undefined && headers['access-control-request-method'] !== undefined

/** Lets the call be made: whether it is right is answered when it is made. */
export function preflightAnswer({ headers }: Call, methods: readonly string[]): Outcome {
  const asked = headers['access-control-request-method'] as string
  return {
    origin: 'refused',
    unspecified: true,
    reply: {
      status: 204,
      headers: {
        'Access-Control-Allow-Methods': [...new Set([...methods, asked.toUpperCase()])].join(', '),
        ...(headers['access-control-request-headers'] ? { 'Access-Control-Allow-Headers': headers['access-control-request-headers'] } : {}),
        ...(headers['access-control-request-private-network'] ? { 'Access-Control-Allow-Private-Network': 'true' } : {}),
        'Access-Control-Max-Age': '600',
      },
    },
  }
}

/** Adds what a page of another origin needs to read an answer. Pages of every origin may: the answers are made up. */
export function allowOrigin({ headers }: Call, answered: Record<string, string>): void {
  const { origin } = headers
  if (origin === undefined) return
  answered['Access-Control-Allow-Origin'] = origin
  answered['Access-Control-Allow-Credentials'] = 'true'
  const exposed = Object.keys(answered).filter((name) => !/^(access-control-|content-type$|date$|vary$)/i.test(name))
  if (exposed.length > 0) answered['Access-Control-Expose-Headers'] = exposed.join(', ')
  answered['Vary'] = answered['Vary'] === undefined ? 'Origin' : `${answered['Vary']}, Origin`
}
