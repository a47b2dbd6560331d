import { decodePercent } from './decode-percent.ts'

/**
 * Returns the forms in which a secret may recur: unchanged, percent-encoded once and twice, decoded, in JSON, in base64.
 */
export function formsOf(secret: string): ReadonlySet<string> {
  const forms = new Set<string>()
  let plain = secret
  // A value that was recorded encoded may recur decoded.
  for (let i = 0; i < 3; i++) {
    addEncoded(plain, forms)
    const decoded = decodedOnce(plain)
    if (decoded === plain) break
    plain = decoded
  }
  // Only user and password are sent in base64 on their own.
  if (plain.includes(':')) for (const form of base64(plain)) forms.add(form)
  return forms
}

function addEncoded(value: string, forms: Set<string>): void {
  forms.add(value)
  if (/^[\w.~-]*$/.test(value)) return
  const encoded = encodePercent(value)
  const inForm = encoded.replaceAll('%20', '+')
  for (const form of [encoded, inForm]) {
    forms.add(form)
    forms.add(form.replace(/%[\dA-F]{2}/g, (byte) => byte.toLowerCase()))
    forms.add(form.replaceAll('%', '%25'))
  }
  // encodeURI() and browsers leave these as they are in a path.
  forms.add(encoded.replace(/%(?:2F|3A|40|2B|3D|2C|3B|24|26)/g, decodePercent))
  forms.add(JSON.stringify(value).slice(1, -1))
}

function base64(text: string): readonly string[] {
  try {
    const padded = btoa(text)
    const bare = padded.replace(/={1,2}$/, '')
    return [padded, bare, bare.replaceAll('+', '-').replaceAll('/', '_'), encodePercent(padded)]
  } catch {
    return []
  }
}

function encodePercent(text: string): string {
  try {
    return encodeURIComponent(text)
  } catch {
    return text
  }
}

function decodedOnce(text: string): string {
  if (!text.includes('%')) return text
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}
