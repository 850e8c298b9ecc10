import { createServer, type Server } from 'node:http'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'

/**
 * Runs command lines of the package in this process for shells that ask over a socket: a page has many of them, and starting Node
 * for each would take a minute more. One at a time, because what a command prints is caught.
 * @returns the server, and the text of a program that stands for `npx` and sends it what follows `npx koosandbox`
 */
export async function serveCommands(folder: string): Promise<{ server: Server; npx: string }> {
  // Not before: options read `KOOSANDBOX_URL` when their file is loaded.
  const { runCli } = await import('../cli/run-cli.ts')
  const socket = join(folder, 'commands')
  let last: Promise<unknown> = Promise.resolve()
  const server = createServer((request, response) => {
    last = last.then(async () => {
      const words = (await text(request)).split('\n').slice(0, -1)
      process.chdir(String(request.headers['x-folder']))
      const { code, out, err } = await runCli(...words).catch((error: unknown) => ({ code: 1, out: '', err: String(error) }))
      // An exit code as a status that every client passes on.
      response.writeHead(200 + code).end(code === 0 ? out : out + err)
    })
  })
  await new Promise<void>((resolve) => server.listen(socket, resolve))
  const cli = join(import.meta.dirname, '..', '..', 'dist', 'cli.js')
  return {
    server,
    npx: `#!/bin/sh
shift
own=no
case "$1" in serve|replay|listen|sign-proxy|proxy) own=yes ;; esac
# The world of this shell is another one than the server's.
[ "\${KOOSANDBOX_WORLD:-default}" = default ] || own=yes
[ $own = no ] || exec "${process.execPath}" "${cli}" "$@"
status=$(printf '%s\\n' "$@" | curl -s --unix-socket "${socket}" --data-binary @- -H "X-Folder: $PWD" -o "${folder}/out.$$" -w '%{http_code}' http://localhost/)
cat "${folder}/out.$$"
exit $((status - 200))
`,
  }
}
