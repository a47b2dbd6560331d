/** A secret that is known by its place, or because it recurs. */
export const SECRET = 'zk4821qx7733tv9056lm'

/** A part of it that is too short to be masked wherever it recurs. */
export const SHORT = 'zk4821'

/** The same as part of one that is known by its look, wherever it is. */
export const JWT = `eyJhbGciOiJIUzI1NiJ9.${SECRET}.${SECRET}`

/** Reports whether a text has a part of it, as where it is shortened. */
export const hasPartOfSecret = (text: string): boolean => /zk4821|9056lm/i.test(text)
