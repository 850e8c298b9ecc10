import { defineCommand } from 'citty'
import { EXIT } from '../terminal/exit-codes.ts'
import { print, printJson, printNote, table } from '../terminal/print.ts'
import { askReady, ownerOf } from './port-holder.ts'
import { forget, type Listed, listRunning } from './running-file.ts'

export default defineCommand({
  meta: { description: 'List the sandboxes of this machine that `serve` started' },
  args: { json: { type: 'boolean', description: 'JSON, for scripts' } },
  async run({ args }) {
    const all = await listRunning()
    const ended = all.filter(({ state }) => state === 'ended')
    for (const one of ended) forget(one)
    const present = all.filter(({ state }) => state !== 'ended')
    const rows = await Promise.all(
      present.map(async (one) => ({ one, answers: one.state === 'running' && (await askReady(one.url)) !== undefined })),
    )
    if (args.json) {
      const sandboxes = rows.map(({ one: { process, format: _, ...about }, answers }) => ({ ...about, pid: process.pid, answers }))
      printJson({ format: 1, sandboxes, ended: ended.map(({ port, folder, process }) => ({ port, folder, pid: process.pid })) })
    } else {
      if (rows.length > 0) print(table(rows.map(({ one, answers }) => rowOf(one, answers))))
      for (const one of ended)
        printNote(`${one.url} (process ${one.process.pid}) ended without saying so: it was killed, or it crashed.${logOf(one)}`)
      if (rows.length === 0) printNote('No sandbox runs. Run `koosandbox serve --detach` to start one in the background.')
    }
    return rows.length === 0 ? EXIT.nothing : EXIT.fine
  },
})

function rowOf(one: Listed, answers: boolean): string[] {
  const state = one.state === 'elsewhere' ? 'in another container' : answers ? 'answers' : 'does not answer'
  return [one.url, state, `process ${one.process.pid}`, ownerOf(one), one.log === undefined ? 'in a terminal' : `log: ${one.log}`]
}

const logOf = ({ log }: Listed) => (log === undefined ? '' : ` Its log: ${log}`)
