/** A snippet's comment on `Vary: Origin`. */
export const WHY_VARY = "on every response, or a cache hands one origin's answer to another"
