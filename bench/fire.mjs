/**
 * The client of the bench where wrk is not installed, in a process of its own: fires one request over kept-alive connections, one at a time on
 * each, for so many milliseconds; with `rate`, at most so many a second on all of them together. It is a bare socket, so that it takes as little of the processor as possible. Prints answers and milliseconds.
 */
import { connect } from 'node:net'

const { url, method, path, headers, body = '', connections, ms, status, rate = Infinity } = JSON.parse(process.argv[2] ?? '{}')
const { hostname, port, host } = new URL(url)
const all = { Host: host, ...headers, ...(body === '' ? {} : { 'Content-Length': String(Buffer.byteLength(body)) }) }
const head = Object.entries(all).map(([name, value]) => `${name}: ${value}\r\n`)
const bytes = Buffer.from(`${method} ${path} HTTP/1.1\r\n${head.join('')}\r\n${body}`)
const started = performance.now()
const until = started + ms
let asked = 0
let answers = 0

await Promise.all(
  Array.from({ length: connections }, async () => {
    const socket = connect(Number(port), hostname)
    socket.setNoDelay(true)
    await new Promise((resolve, reject) => socket.once('connect', resolve).once('error', reject))
    while (performance.now() < until) {
      const early = (asked++ * 1000) / rate - (performance.now() - started)
      if (early > 1) await new Promise((resolve) => setTimeout(resolve, early))
      socket.write(bytes)
      const got = await readAnswer(socket)
      if (got !== status) throw new Error(`${method} ${path} answered ${got}, wanted ${status}.`)
      answers++
    }
    socket.destroy()
  }),
)
console.log(JSON.stringify({ answers, ms: performance.now() - started }))

/** Waits for one whole answer with a Content-Length (or none) and gives its status. */
function readAnswer(socket) {
  return new Promise((resolve, reject) => {
    let seen = Buffer.alloc(0)
    const done = (result) => {
      socket.removeAllListeners('data')
      socket.removeAllListeners('close')
      result()
    }
    socket.once('close', () => done(() => reject(new Error('The server closed the connection.'))))
    socket.on('data', (chunk) => {
      seen = seen.length === 0 ? chunk : Buffer.concat([seen, chunk])
      const gap = seen.indexOf('\r\n\r\n')
      if (gap < 0) return
      const text = seen.subarray(0, gap).toString('latin1')
      const length = Number(/content-length: (\d+)/i.exec(text)?.[1] ?? 0)
      if (seen.length >= gap + 4 + length) done(() => resolve(Number(text.slice(9, 12))))
    })
  })
}
