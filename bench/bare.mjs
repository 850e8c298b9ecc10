/** A bare node:http server that reads the body and sends the prepared bytes: what the machine can do at most. */
import { createServer } from 'node:http'

const { status = 204, headers, body } = JSON.parse(process.env.BENCH_ANSWER ?? '{}')
const bytes = Buffer.from(body ?? '')
createServer((request, response) => {
  request.on('data', () => {})
  request.on('end', () => {
    response.writeHead(status, { ...headers, 'content-length': bytes.length })
    response.end(bytes)
  })
}).listen(Number(process.env.BENCH_PORT ?? 0), '127.0.0.1', function () {
  process.send?.({ url: `http://127.0.0.1:${this.address().port}` })
})
process.on('message', () => {
  const { user, system } = process.cpuUsage()
  process.send?.({ rss: process.memoryUsage().rss, processor: user + system })
})
process.on('disconnect', () => process.exit(0))
