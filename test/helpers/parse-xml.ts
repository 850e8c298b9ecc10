/** An element of a document that was well formed. */
export interface Element {
  readonly name: string
  readonly attributes: Readonly<Record<string, string>>
  readonly children: readonly Element[]
  readonly text: string
}

/** Reads an XML 1.0 document without a doctype; throws for whatever is not well formed, with the place. */
export function parseXml(xml: string): Element {
  const bad = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/u.exec(xml)
  if (bad) throw new Error(`forbidden character ${bad[0].charCodeAt(0)} at ${bad.index}`)
  let at = 0
  const fail = (what: string): never => {
    throw new Error(`${what} at ${at}: ${xml.slice(at, at + 40)}`)
  }
  const take = (pattern: RegExp): RegExpExecArray | undefined => {
    const sticky = new RegExp(pattern.source, 'uy')
    sticky.lastIndex = at
    const found = sticky.exec(xml) ?? undefined
    if (found) at = sticky.lastIndex
    return found
  }
  const decoded = (raw: string) => {
    if (/&(?!(?:amp|lt|gt|quot|apos|#\d+|#x[\da-f]+);)/i.test(raw)) fail('a bare &')
    const named: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }
    return raw.replace(/&(?:#(\d+)|(\w+));/g, (_all, number, name) =>
      number ? String.fromCodePoint(Number(number)) : (named[name] as string),
    )
  }
  const element = (): Element => {
    const name = take(/<([A-Za-z_][\w.-]*)/)?.[1] ?? fail('no element')
    const attributes: Record<string, string> = {}
    for (let one = take(/\s+([A-Za-z_][\w.-]*)="([^"<]*)"/); one; one = take(/\s+([A-Za-z_][\w.-]*)="([^"<]*)"/)) {
      if (Object.hasOwn(attributes, one[1] as string)) fail(`a second ${one[1]}`)
      attributes[one[1] as string] = decoded(one[2] as string)
    }
    const children: Element[] = []
    let text = ''
    if (take(/\s*\/>/)) return { name, attributes, children, text }
    if (!take(/\s*>/)) fail('a broken tag')
    for (;;) {
      const run = take(/[^<]+/)?.[0] ?? ''
      if (run.includes(']]>')) fail(']]> in text')
      text += decoded(run)
      if (take(new RegExp(`</${name}\\s*>`))) return { name, attributes, children, text }
      children.push(element())
    }
  }
  if (!take(/<\?xml version="1\.0" encoding="UTF-8"\?>\s*/)) fail('no declaration')
  const root = element()
  take(/\s*/)
  if (at !== xml.length) fail('something after the end')
  return root
}
