import { isUrlOfThisMachine } from '../../knowledge/hosts.ts'
import { code, type Text, text } from '../../text/text.ts'
import { splitOrigins } from '../policy/origin-pattern.ts'
import type { CorsPolicy } from '../policy/policy.ts'

/** The usual value of a variable: comma-separated origins. */
export const withCommas = (origins: readonly string[]): string => origins.join(',')

/** Returns the values of the environment variable for the origins, separately for production and development. */
export function envNote(
  { origins }: CorsPolicy,
  env: string,
  valueInEnv: (origins: readonly string[]) => string,
): readonly Text[] {
  const { exact } = splitOrigins(origins)
  const local = exact.filter(isUrlOfThisMachine)
  const others = exact.filter((origin) => !isUrlOfThisMachine(origin))
  const assigned = (some: readonly string[]) => code(`${env}=${valueInEnv(some)}`)
  if (local.length > 0 && others.length > 0)
    return [
      text`Set ${assigned(others)} in production and ${assigned(local)} in development; unset, no origin is allowed.`,
    ]
  return [text`Set ${assigned(exact)} where the server starts; unset, no origin is allowed.`]
}
