/** A snippet's comment on `Vary: Origin`. */
export const WHY_VARY = "on every response, or a cache may use one origin's response for another"
