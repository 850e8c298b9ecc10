/** The comment that a stopping sandbox sends as the end of a stream. */
const FAREWELL = ': the sandbox stops'

/**
 * Yields the parsed data of server-sent events until the stream ends. Other comments and fields are ignored.
 * @throws Error when the sandbox stops
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
