/** Keys of 128 bits and more, in hexadecimal digits. */
const HEX = /^(?=.*\d)(?=.*[a-f])[\da-f]{32,256}$/i

const UUID = /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/i

/**
 * Reports whether `value` looks random, like a key: long, with letters and digits that alternate more often than in
 * words, dates and UUIDs. With `strict`, only if it mixes uppercase, lowercase and digits, because paths contain hashes
 * and ids that aren't secret.
 */
export function looksRandom(value: string, strict = false): boolean {
  if (value.length < 20 || /[^\w.~+/=:-]/.test(value) || UUID.test(value)) return false
  if (!strict && HEX.test(value)) return true
  const signs = value.replace(/[^A-Za-z0-9]/g, '')
  const hasBoth = /[a-z]/.test(signs) && /[A-Z]/.test(signs)
  if (!/[A-Za-z]/.test(signs)) return false
  const least = (strict ? 0.4 : 0.25) * signs.length
  if (!/\d/.test(signs)) return hasBoth && signs.length >= 28 && changesIn(signs) >= 0.4 * signs.length
  if (signs.length < (hasBoth && !strict ? 20 : 24) || (!hasBoth && (strict || signs.length < 32)))
    return false
  return changesIn(signs) >= least
}

/** Counts the changes between letters and digits, or between uppercase and lowercase. */
function changesIn(signs: string): number {
  let changes = 0
  for (let i = 1; i < signs.length; i++)
    if (kind(signs.charCodeAt(i)) !== kind(signs.charCodeAt(i - 1))) changes++
  return changes
}

/** 0 for a digit, 1 for an uppercase letter, 2 for a lowercase letter. */
const kind = (sign: number): number => (sign < 0x3a ? 0 : sign < 0x61 ? 1 : 2)
