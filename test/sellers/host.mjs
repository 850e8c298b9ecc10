/**
 * A process that serves many sellers, each on a port of its own. A process for each would take longer to start than most sellers work.
 * Over IPC: `{ id, file, env }` opens the bundled seller in `file` and is answered with `{ id, url }` or `{ id, error }`; `{ id }` closes it.
 */
import { pathToFileURL } from 'node:url'

const open = new Map()

process.on('message', async ({ id, file, env }) => {
  if (file === undefined) {
    const server = open.get(id)
    open.delete(id)
    server?.close()
    server?.closeAllConnections()
    process.send({ id })
    return
  }
  try {
    const { serveSeller } = await import(pathToFileURL(file).href)
    const { url, server } = await serveSeller(env)
    open.set(id, server)
    process.send({ id, url })
  } catch (error) {
    process.send({ id, error: String(error) })
  }
})
// The tests are over, or were broken off.
process.on('disconnect', () => process.exit())
