import { originOf } from '../fetch/origin.ts'

/** Servers refuse longer URLs, and nobody can read them. */
export const LONGEST = 2000

/** Returns the URL of an API that checks call: the first recorded one that isn't very long, else its root. */
export const checkedUrl = (target: string, urls: readonly string[]): string =>
  urls.find((url) => url.length <= LONGEST && originOf(url) === target) ?? `${target}/`
