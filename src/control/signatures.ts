import { explainSignature } from '../signing/explanation/explain-signature.ts'
import type { KnownKey } from '../signing/explanation/explanation-api.ts'
import { readRequest } from '../signing/explanation/read-request.ts'
import { Unreadable } from '../signing/explanation/written-address.ts'
import type { World } from '../world/world-api.ts'
import type { Controls } from './control-behaviour.ts'

/** Explains signatures with the keys of a world. */
export const signatures: Pick<Controls, 'ExplainSignature'> = {
  ExplainSignature({ input, world, fail }) {
    const { request, key, sk, signedText } = input.body
    const sent = [
      ...(key === undefined ? [] : [{ name: 'the key that was sent', secret: key }]),
      ...(sk === undefined ? [] : [{ name: 'the secret key that was sent', secret: sk, access: '' }]),
    ]
    try {
      const written = readRequest(request)
      const { steps, mistakes, ...told } = explainSignature({ request: written, keys: sent.length > 0 ? sent : keysOf(world), signedText })
      return { ...told, steps: [...steps], mistakes: [...mistakes] }
    } catch (error) {
      if (error instanceof Unreadable) return fail('bad-request', error.message)
      throw error
    }
  },
}

function keysOf(world: World): readonly KnownKey[] {
  const access = [...world.keys.all()].map(({ id, secret }) => ({ name: `the secret key of ${id}`, secret, access: id }))
  const sellers = [...world.sellerKeys.all()].filter(({ use }) => use !== 'appcode')
  return [...access, ...sellers.map(({ id, use, secret }) => ({ name: `the key ${id} of the ${use} interfaces`, secret, use }))]
}
