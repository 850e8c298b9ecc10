import type { Ajv2020 } from 'ajv/dist/2020.js'
import formats from 'ajv-formats'

/** The formats that ajv-formats knows. */
export function addFormats(ajv: Ajv2020): void {
  ;((formats as unknown as { default?: typeof formats.default }).default ?? (formats as unknown as typeof formats.default))(ajv)
}

const LABEL = '[\\p{L}\\p{N}](?:[\\p{L}\\p{M}\\p{N}-]{0,61}[\\p{L}\\p{M}\\p{N}])?'
/** What RFC 3987 refuses everywhere: blanks, brackets and quotes. */
const IRI_SIGN = '[^\\s<>"{}|\\\\^`]'
/** Made when it is asked for: reading the classes of letters takes milliseconds of every start. */
const more = (): Readonly<Record<string, RegExp>> => ({
  'idn-email': /^[^\s@]+@[^\s@]+$/,
  'idn-hostname': new RegExp(`^(?=.{1,253}$)${LABEL}(?:[.。．｡]${LABEL})*[.]?$`, 'u'),
  iri: new RegExp(`^[a-z][a-z0-9+.-]*:${IRI_SIGN}*$`, 'iu'),
  'iri-reference': new RegExp(`^${IRI_SIGN}*$`, 'u'),
  base64: /^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/,
  base64url: /^[\w-]*={0,2}$/,
  char: /^[\s\S]$/u,
})

/** The standard formats that ajv-formats does not know. */
export function addMoreFormats(ajv: Ajv2020): void {
  for (const [name, form] of Object.entries(more())) ajv.addFormat(name, form)
}
