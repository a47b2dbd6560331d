import { byItself } from './by-itself.ts'
import { byLook } from './by-look.ts'
import { byName } from './by-name.ts'
import { byRecurrence } from './by-recurrence.ts'
import { byStructure } from './by-structure.ts'
import { inFields } from './in-fields.ts'
import { inWords } from './in-words.ts'
import { ofProtocols } from './of-protocols.ts'
import { ofServices } from './of-services.ts'
import { harOfPlace, type Place } from './place.ts'
import { hasPartOfSecret, SECRET } from './secret.ts'

/** A place, and a recording with the secret there. */
export interface RecordedPlace extends Place {
  readonly har: string
}

export const allPlaces: readonly RecordedPlace[] = [
  ...byItself,
  ...byName,
  ...byLook,
  ...byStructure,
  ...byRecurrence,
  ...ofServices,
  ...ofProtocols,
  ...inWords,
  ...inFields,
].map((place) => ({ ...place, har: harOfPlace(place) }))

/** Outputs that are configuration. */
const isConfiguration = /fix|proxy|whole/

/** Returns a report without the configuration in it. */
const withoutConfiguration = (text: string): string =>
  text.replaceAll(/^(?:\{$[\s\S]*^\}$|\{.*\})$/gm, (json) =>
    JSON.stringify(JSON.parse(json, (key, value) => (/^(?:polic(?:y|ies)|plan)$/.test(key) ? null : value))),
  )

/**
 * Returns the places that an output is tried with. Half of them are enough for an output that is made like another;
 * which, depends on the output.
 */
export const placesFor = (output: string): readonly RecordedPlace[] =>
  allPlaces.filter(
    ({ secret, isConfigured = false }, i) =>
      !(isConfigured && isConfiguration.test(output)) &&
      (/^(text|JSON|HAR of.*)$/.test(output) || secret === SECRET || i % 2 === output.length % 2),
  )

/** Reports whether an output has the secret of a place; where a value is shortened, a part of it is too much already. */
export function isLeaked(text: string, { secret, isConfigured = false }: Place): boolean {
  const report = isConfigured ? withoutConfiguration(text) : text
  return secret === SECRET ? hasPartOfSecret(report) : report.includes(secret)
}
