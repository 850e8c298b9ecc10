import { createHash, createPrivateKey, createPublicKey, generateKeyPairSync, sign } from 'node:crypto'
import { isIP } from 'node:net'
import { machineSecret } from '../../world/engine/system-clock.ts'

/** A certificate and its private key, both as PEM. */
export interface Certified {
  readonly cert: string
  readonly key: string
}

const DAY = 24 * 60 * 60_000
const LIFE = 365 * DAY

/**
 * Makes a certificate that is valid for these host names only. It is not a certificate authority, so somebody who gets the key can impersonate
 * nothing but this machine's sandbox. Own code, because Node makes keys and signatures but no certificates, and the packages that do bring a dozen others.
 * @param names host names and IP addresses
 * @param now machine time, epoch milliseconds
 */
export function createCertificate(names: readonly string[], now: number): Certified {
  const { privateKey, publicKey } = generateKeyPairSync('ec', {
    namedCurve: 'P-256',
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
    publicKeyEncoding: { type: 'spki', format: 'pem' },
  })
  const spki = createPublicKey(publicKey).export({ type: 'spki', format: 'der' })
  const ecdsaSha256 = sequence(oid('1.2.840.10045.4.3.2'))
  const name = sequence(set(sequence(oid('2.5.4.3'), text('koogallery-sandbox'))))
  const body = sequence(
    der(0xa0, der(0x02, Buffer.of(2))),
    // The serial number must be positive, so its first bit is 0.
    der(0x02, Buffer.from(`5a${machineSecret().slice(2)}`, 'hex')),
    ecdsaSha256,
    name,
    sequence(time(now - DAY), time(now + LIFE)),
    name,
    spki,
    der(
      0xa3,
      sequence(
        extension('2.5.29.19', sequence(), true),
        extension('2.5.29.15', der(0x03, Buffer.of(7, 0x80)), true),
        extension('2.5.29.37', sequence(oid('1.3.6.1.5.5.7.3.1'))),
        extension('2.5.29.17', sequence(...names.map(alternativeName))),
        extension('2.5.29.14', octets(createHash('sha1').update(spki.subarray(-65)).digest())),
      ),
    ),
  )
  const signature = sign('sha256', body, createPrivateKey(privateKey))
  const whole = sequence(body, ecdsaSha256, der(0x03, Buffer.concat([Buffer.of(0), signature])))
  const lines = whole.toString('base64').match(/.{1,64}/g) as string[]
  return { cert: `-----BEGIN CERTIFICATE-----\n${lines.join('\n')}\n-----END CERTIFICATE-----\n`, key: privateKey }
}

function alternativeName(name: string): Buffer {
  if (isIP(name) === 0) return der(0x82, Buffer.from(name, 'latin1'))
  return der(0x87, isIP(name) === 4 ? Buffer.from(name.split('.').map(Number)) : bytesOfIpv6(name))
}

/** The 16 bytes of an IPv6 address. The URL parser converts a dotted end to hexadecimal; `::` is expanded here. */
function bytesOfIpv6(address: string): Buffer {
  const [start = '', end] = new URL(`http://[${address}]`).hostname.slice(1, -1).split('::')
  const groups = (part: string | undefined) => (part ? part.split(':') : [])
  const missing = 8 - groups(start).length - groups(end).length
  const all = [...groups(start), ...Array<string>(Math.max(0, missing)).fill('0'), ...groups(end)]
  return Buffer.from(all.map((group) => group.padStart(4, '0')).join(''), 'hex')
}

/** One DER value: tag, length, content. */
function der(tag: number, content: Uint8Array): Buffer {
  const { length } = content
  const size = length < 128 ? [length] : length < 256 ? [0x81, length] : [0x82, length >> 8, length & 255]
  return Buffer.concat([Buffer.of(tag, ...size), content])
}

const sequence = (...parts: Uint8Array[]) => der(0x30, Buffer.concat(parts))
const set = (...parts: Uint8Array[]) => der(0x31, Buffer.concat(parts))
const octets = (content: Uint8Array) => der(0x04, content)
const text = (content: string) => der(0x0c, Buffer.from(content))
/** Years until 2049 are written with two digits, later years with four. */
function time(at: number): Buffer {
  const written = `${new Date(at).toISOString().slice(0, 19).replace(/[-:T]/g, '')}Z`
  return written < '2050' ? der(0x17, Buffer.from(written.slice(2))) : der(0x18, Buffer.from(written))
}

function extension(id: string, value: Uint8Array, critical = false): Buffer {
  return sequence(oid(id), ...(critical ? [der(0x01, Buffer.of(0xff))] : []), octets(value))
}

function oid(dotted: string): Buffer {
  const [first = 0, second = 0, ...rest] = dotted.split('.').map(Number)
  return der(0x06, Buffer.from([40 * first + second, ...rest.flatMap(base128)]))
}

function base128(number: number): number[] {
  const digits = [number & 127]
  for (let left = number >> 7; left > 0; left >>= 7) digits.unshift((left & 127) | 128)
  return digits
}
