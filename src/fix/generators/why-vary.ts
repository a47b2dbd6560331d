/** What a snippet says of `Vary: Origin`, as a comment beside it. */
export const WHY_VARY = "on every response, or a cache hands one origin's answer to another"
