import { generateKeyPairSync, randomBytes, sign } from 'node:crypto'

/** A self-signed certificate for the test's own https server: nobody trusts it, and the browser is told not to mind. */
export function selfSigned(hosts: readonly string[], now: Date): { key: string; cert: string } {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const name = sequence(set(sequence(oid(2, 5, 4, 3), utf8('Satchel test issuer'))))
  const day = 86_400_000
  const toBeSigned = sequence(
    tagged(0, integer(Buffer.of(2))), // version 3
    integer(Buffer.concat([Buffer.of(1), randomBytes(8)])),
    ecdsaWithSha256,
    name,
    sequence(utcTime(new Date(now.getTime() - day)), utcTime(new Date(now.getTime() + 30 * day))),
    name,
    publicKey.export({ type: 'spki', format: 'der' }),
    tagged(3, sequence(sequence(oid(2, 5, 29, 17), octets(sequence(...hosts.map(dnsName)))))), // subjectAltName
  )
  const signature = sign('sha256', toBeSigned, privateKey)
  const der = sequence(toBeSigned, ecdsaWithSha256, bits(signature))
  const lines = der.toString('base64').match(/.{1,64}/g) ?? []
  return {
    key: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
    cert: `-----BEGIN CERTIFICATE-----\n${lines.join('\n')}\n-----END CERTIFICATE-----\n`,
  }
}

// DER, as far as a certificate needs it (X.690 §8, RFC 5280 §4.1).
function element(tag: number, ...contents: Uint8Array[]): Buffer {
  const body = Buffer.concat(contents)
  return Buffer.concat([Buffer.of(tag), lengthOf(body), body])
}
/** As short as it can be: browsers refuse a longer form. */
function lengthOf({ length }: Uint8Array): Buffer {
  if (length < 0x80) return Buffer.of(length)
  return length < 0x100 ? Buffer.of(0x81, length) : Buffer.of(0x82, length >> 8, length & 255)
}
const sequence = (...contents: Uint8Array[]) => element(0x30, ...contents)
const set = (...contents: Uint8Array[]) => element(0x31, ...contents)
const integer = (bytes: Uint8Array) => element(0x02, bytes)
const utf8 = (text: string) => element(0x0c, Buffer.from(text))
const octets = (bytes: Uint8Array) => element(0x04, bytes)
const bits = (bytes: Uint8Array) => element(0x03, Buffer.of(0), bytes)
const tagged = (number: number, content: Uint8Array) => element(0xa0 + number, content)
const dnsName = (host: string) => element(0x82, Buffer.from(host))
const utcTime = (date: Date) => element(0x17, Buffer.from(`${date.toISOString().slice(2, 19).replace(/[-:T]/g, '')}Z`))

function oid(first: number, second: number, ...rest: number[]): Buffer {
  return element(0x06, Buffer.from([first * 40 + second, ...rest.flatMap(base128)]))
}
function base128(value: number): number[] {
  const digits = [value & 127]
  for (let left = value >> 7; left > 0; left >>= 7) digits.unshift((left & 127) | 128)
  return digits
}

const ecdsaWithSha256 = sequence(oid(1, 2, 840, 10045, 4, 3, 2))
