/** What stands in for a secret, whatever its length. */
export const mask = '•••'

/** Is told each secret that gets masked. `isCertain`: its name or its form says that it is one, not only where it stands. */
export type Seen = (secret: string, isCertain: boolean) => void

/** For those who only want the masked text. */
export const unseen: Seen = () => undefined

/** What a page sends by mistake instead of a secret: it is the bug that users look for. */
const BUGS = /^(?:undefined|null|nan|\[object object\]|\[object promise\])$/i

/** Reports whether a value is what JavaScript writes where a value is missing. */
export const isBug = (value: string): boolean => BUGS.test(value)

/**
 * Returns the mask, or the value itself if there is nothing to hide: that nothing was sent, or `undefined`, is no secret, and
 * often explains the failure.
 */
export function masked(secret: string, seen: Seen = unseen, isCertain = true): string {
  if (secret === '' || secret === mask || isBug(secret)) return secret
  seen(secret, isCertain)
  return mask
}
