import { createHash, generateKeyPairSync, randomBytes, sign } from 'node:crypto'

export interface LabCertificate {
  readonly key: string
  readonly cert: string
  /** Base64 SHA-256 of the public key, as Chromium's `--ignore-certificate-errors-spki-list` wants it. */
  readonly publicKeyHash: string
}

const sha256WithEcdsa = sequence(objectId(0x2a, 0x86, 0x48, 0xce, 0x3d, 0x04, 0x03, 0x02))
const commonName = objectId(0x55, 0x04, 0x03)
const subjectAltName = objectId(0x55, 0x1d, 0x11)

/** Returns a fresh self-signed certificate for those DNS names, valid for a day. Needs no program but Node. */
export function createCertificate(dnsNames: readonly string[]): LabCertificate {
  const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const publicKeyInfo = publicKey.export({ type: 'spki', format: 'der' })
  const name = sequence(der(0x31, sequence(commonName, der(0x0c, 'WhyCORS lab'))))
  const names = sequence(...dnsNames.map((dnsName) => der(0x82, dnsName)))
  const toBeSigned = sequence(
    der(0xa0, der(0x02, Buffer.from([2]))),
    der(0x02, Buffer.concat([Buffer.from([1]), randomBytes(8)])),
    sha256WithEcdsa,
    name,
    sequence(time(-1), time(1)),
    name,
    publicKeyInfo,
    der(0xa3, sequence(sequence(subjectAltName, der(0x04, names)))),
  )
  const signature = sign('sha256', toBeSigned, privateKey)
  const certificate = sequence(
    toBeSigned,
    sha256WithEcdsa,
    der(0x03, Buffer.concat([Buffer.from([0]), signature])),
  )
  return {
    key: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
    cert: `-----BEGIN CERTIFICATE-----\n${certificate.toString('base64')}\n-----END CERTIFICATE-----\n`,
    publicKeyHash: createHash('sha256').update(publicKeyInfo).digest('base64'),
  }
}

/** One DER element: tag, length in as few bytes as possible, contents (ITU-T X.690). */
function der(tag: number, contents: Buffer | string): Buffer {
  const bytes = Buffer.from(contents)
  const { length } = bytes
  const long = length < 0x80 ? [] : length < 0x100 ? [0x81] : [0x82, length >> 8]
  return Buffer.concat([Buffer.from([tag, ...long, length & 0xff]), bytes])
}

function sequence(...elements: readonly Buffer[]): Buffer {
  return der(0x30, Buffer.concat(elements))
}

function objectId(...bytes: readonly number[]): Buffer {
  return der(0x06, Buffer.from(bytes))
}

/** A UTCTime so many days from now. */
function time(days: number): Buffer {
  const digits = new Date(Date.now() + days * 86_400_000).toISOString().replace(/\D/g, '')
  return der(0x17, `${digits.slice(2, 14)}Z`)
}
