/** The comment with which a sandbox that stops ends a stream. */
const FAREWELL = ': the sandbox stops'

/**
 * The data of server-sent events, parsed, as they come. Other comments and fields are passed over; the end of the stream ends it.
 * @throws Error when the sandbox says that it stops
 */
export async function* eventsOf(body: ReadableStream<Uint8Array>): AsyncGenerator<unknown> {
  let rest = ''
  for await (const text of body.pipeThrough(new TextDecoderStream() as unknown as TransformStream<Uint8Array, string>)) {
    const blocks = (rest + text).split('\n\n')
    rest = blocks.pop() ?? ''
    for (const block of blocks) {
      if (block === FAREWELL) throw new Error('in order')
      const data = block
        .split('\n')
        .filter((line) => line.startsWith('data:'))
        .map((line) => line.slice(5).trimStart())
      if (data.length > 0) yield JSON.parse(data.join('\n'))
    }
  }
}
