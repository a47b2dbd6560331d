import fc from 'fast-check'

/** Strings of all that a header may have, the same in every run. */
export const printableValues = fc.sample(fc.stringMatching(/^[\x20-\x7e]*$/), { numRuns: 500, seed: 2026 })
