import { isPublicSuffix } from '../../knowledge/site.ts'
import { code, type Text, text } from '../../text/text.ts'
import { isSerializedOrigin } from './serialized-origin.ts'

/** The origins of a policy: those that are compared exactly, and patterns. */
export interface SplitOrigins {
  readonly exact: readonly string[]
  readonly patterns: readonly string[]
}

/** What `*` matches: letters, digits and hyphens within the first label of the host, so that no other host matches. */
const WITHIN_A_LABEL = '[a-z0-9-]+'

/** Reports whether an origin is a pattern: `https://shop-*-team.vercel.app`. `*` alone means every website. */
export const isOriginPattern = (origin: string): boolean => origin !== '*' && origin.includes('*')

/** Returns the origins of a policy by kind; none for a policy that allows every website. */
export const splitOrigins = (origins: '*' | readonly string[]): SplitOrigins => ({
  exact: origins === '*' ? [] : origins.filter((origin) => !isOriginPattern(origin)),
  patterns: origins === '*' ? [] : origins.filter(isOriginPattern),
})

/** Returns the parent host of a pattern's origins: `vercel.app`. */
export const parentOf = (pattern: string): string =>
  pattern.slice(pattern.indexOf('.') + 1).replace(/:\d+$/, '')

/** Returns the first criterion that a normalized pattern fails, or null if it's valid. */
export function wrongWithPattern(pattern: string): Text | null {
  const [before = '', after = '', ...more] = pattern.split('*')
  if (more.length > 0) return text`${code(pattern)} has more than one ${code('*')}.`
  if (!before.startsWith('https://'))
    return text`${code(pattern)} isn't https: anybody on the network could act as one of these hosts.`
  const name = before.slice('https://'.length)
  if (name.includes('.') || !after.includes('.'))
    return text`The ${code('*')} in ${code(pattern)} isn't in the first label of the host.`
  if (!isSerializedOrigin(pattern.replace('*', 'a')) || !/^[a-z0-9-]*$/.test(name))
    return text`${code(pattern)} isn't an origin with one ${code('*')} in it, such as ${code('https://shop-*-team.vercel.app')}.`
  if (!/^[a-z0-9-]*(?:\.[a-z0-9-]+)+(?::\d+)?$/.test(after))
    return text`${code(pattern)} has characters that no host name has.`
  const ends = after.slice(0, after.indexOf('.'))
  if (name === '' && ends === '')
    return text`${code(pattern)} would allow every host below ${code(parentOf(pattern))}. Write what its first label has beside the ${code('*')}.`
  if (isPublicSuffix(parentOf(pattern)) && (!/[a-z0-9]/.test(name) || !/[a-z0-9]/.test(ends)))
    return text`${code(pattern)} would allow other people's hosts: anyone can have one below ${code(parentOf(pattern))}. Write the project before the ${code('*')} and the team after it.`
  return null
}

/**
 * Returns the regular expression that matches a pattern's origins, without anchors. Precondition: the pattern is valid,
 * so dots are the only characters that need to be escaped.
 */
export const patternSource = (pattern: string): string =>
  pattern.replaceAll('.', '\\.').replace('*', WITHIN_A_LABEL)

/** Returns one regular expression for all patterns, without anchors. */
export const patternsSource = (patterns: readonly string[]): string =>
  patterns.length === 1 ? patternSource(patterns[0] ?? '') : `(?:${patterns.map(patternSource).join('|')})`

/** Reports whether a policy allows an origin, exactly or by pattern. */
export const isAllowedBy = (origins: '*' | readonly string[], origin: string): boolean => {
  if (origins === '*') return true
  const { exact, patterns } = splitOrigins(origins)
  return exact.includes(origin) || patterns.some((one) => new RegExp(`^${patternSource(one)}$`).test(origin))
}
