import type { Sandbox } from '../../src/index.ts'

/** The seller of the default world, as a path names it. */
export const seller = 'xinghai_soft'

/** Calls an operation of the console with a body, for the default seller and whatever else the path names. */
export function desk(sandbox: Sandbox, operation: string, body?: unknown, path: Readonly<Record<string, string>> = {}) {
  return sandbox.call(`console.${operation}`, { path: { seller, ...path }, ...(body === undefined ? {} : { body }) })
}

/** Id of a product of the default world, by the last two digits that tell them apart. */
export const product = (digits: string) => `OFFI4618673334791782${digits}`

/** An address of order notification, debugged or not; its id. */
export async function notificationAddress(sandbox: Sandbox, url: string, debugged = true): Promise<string> {
  const { body } = await desk(sandbox, 'SetAddress', { use: 'notification', url })
  const { id } = body.address
  if (debugged) await desk(sandbox, 'NoteDebugged', undefined, { addressId: id })
  return id
}
