/** What stands in for a secret, whatever its length. */
export const mask = '•••'

/** Returns the mask, or '' for an empty value: that nothing was sent is no secret, and often the answer. */
export const masked = (secret: string): string => (secret === '' ? '' : mask)
