const DIGITS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'

/** Returns the base64 form of a text's UTF-8 bytes. */
export function base64(text: string): string {
  const bytes = new TextEncoder().encode(text)
  const parts: string[] = []
  for (let at = 0; at < bytes.length; at += 3) {
    const three = [0, 1, 2].map((i) => bytes[at + i] ?? 0)
    const number = three.reduce((sum, byte) => sum * 256 + byte, 0)
    const digits = [18, 12, 6, 0].map((shift) => DIGITS.charAt((number >> shift) & 63)).join('')
    const missing = Math.max(0, at + 3 - bytes.length)
    parts.push(digits.slice(0, 4 - missing) + '='.repeat(missing))
  }
  return parts.join('')
}
