import { decodePercent } from './decode-percent.ts'

/** The replacement for a secret, whatever its length. */
export const mask = '•••'

/**
 * Called with each secret that is masked. `isCertain`: its name or form shows that it's a secret, not only its position.
 */
export type Seen = (secret: string, isCertain: boolean) => void

/** Ignores the secrets, for callers that only need the masked text. */
export const unseen: Seen = () => undefined

/** What a page sends by mistake instead of a secret, alone or after a scheme: it is the bug that users look for. */
const BUGS =
  /^["']?(?:(?:bearer|basic|token|jwt)[ \t]+)?(?:undefined|null|nan|\[object (?:object|promise|function|undefined|null)\])["']?$/i

/** What was to be replaced by a secret, and wasn't: `{{token}}`, `${API_KEY}`, `process.env.TOKEN`, `YOUR_API_KEY`. */
const PLACEHOLDERS =
  /^(?:(?:bearer|basic|token|jwt)[ \t]+)?(?:\{\{ ?[a-z_.-]{2,40} ?\}\}|\$?\{[a-z_.-]{2,40}\}|%[a-z_]{2,40}%|<[a-z_ -]{0,30}(?:token|key|secret|password|jwt)>|(?:process\.env|import\.meta\.env)\.[a-z_]{2,40}|your[-_][a-z_-]{0,30}(?:token|key|secret|password|jwt)(?:[-_]here)?)$/i

/** Reports whether a value is what stands where a value is missing. */
export function isBug(value: string): boolean {
  if (value.length > 80) return false
  const plain = decodePercent(value)
  return BUGS.test(plain) || PLACEHOLDERS.test(plain) || (plain !== value && PLACEHOLDERS.test(value))
}

/**
 * Returns the mask, or the value itself if it's empty or `undefined`, which isn't secret and often explains the failure.
 */
export function masked(secret: string, seen: Seen = unseen, isCertain = true): string {
  if (secret === '' || secret === mask || isBug(secret)) return secret
  seen(secret, isCertain)
  return mask
}
