import type { ByHand } from '../callbacks/callbacks-api.ts'
import { reply } from '../spec/call.ts'
import type { SentCallback } from '../world/entities/entities.ts'
import type { Controls } from './control-behaviour.ts'

/** Calls that the served documents announce: listing them, and making one by hand. */
export const callbacks: Pick<Controls, 'ListCallbacks' | 'SendCallback'> = {
  ListCallbacks({ server, world }) {
    const made = [...world.callbacks.all()].map(shown)
    return { world: world.name, declared: [...server.callbacks.declared], count: made.length, callbacks: made }
  },

  async SendCallback({ server, world, input }) {
    const { name, ...byHand } = input.body
    return reply(201, shown(await server.callbacks.fire(world, name, byHand as ByHand)))
  },
}

function shown({ createdAt, sentAt, headers, answer, ...callback }: SentCallback) {
  return {
    ...callback,
    headers: { ...headers },
    createdAt: new Date(createdAt).toISOString(),
    ...(sentAt === undefined ? {} : { sentAt: new Date(sentAt).toISOString() }),
    ...(answer ? { answer: { ...answer, headers: { ...answer.headers } } } : {}),
  }
}
