import { describe, expect, it } from 'vitest'
import { byLook } from './places/by-look.ts'
import { byName } from './places/by-name.ts'
import { byRecurrence } from './places/by-recurrence.ts'
import { byStructure } from './places/by-structure.ts'
import { inFields } from './places/in-fields.ts'
import { inWords } from './places/in-words.ts'
import { ofServices } from './places/of-services.ts'
import { OUTPUTS } from './places/outputs.ts'
import { harOfPlace } from './places/place.ts'
import { hasPartOfSecret, SECRET } from './places/secret.ts'

const places = [
  ...byName,
  ...byLook,
  ...byStructure,
  ...byRecurrence,
  ...ofServices,
  ...inWords,
  ...inFields,
].map((place) => ({
  ...place,
  har: harOfPlace(place),
}))

/** Half of the places are enough for an output that is made like another; which, depends on the output. */
const half = (name: string): typeof places =>
  places.filter(({ secret }, i) => secret === SECRET || i % 2 === name.length % 2)

/** Outputs that are configuration. */
const isConfiguration = /fix|proxy|whole/

/** Returns a report without the configuration in it. */
const withoutConfiguration = (text: string): string =>
  text.replaceAll(/^(?:\{$[\s\S]*^\}$|\{.*\})$/gm, (json) =>
    JSON.stringify(JSON.parse(json, (key, value) => (/^(?:polic(?:y|ies)|plan)$/.test(key) ? null : value))),
  )
const some = places.filter((_, i) => i % 8 === 0)

/** Where a value is shortened, a part of it is too much already. */
const isIn = (text: string, secret: string): boolean =>
  secret === SECRET ? hasPartOfSecret(text) : text.includes(secret)

it('there are enough places', () => expect(places.length).toBeGreaterThan(500))

describe.each(Object.entries(OUTPUTS))('%s', (name, { of, prints }) => {
  it('masks the secret in every place', async () => {
    const leaks: string[] = []
    const all = /^(text|JSON|HAR of.*)$/.test(name) ? places : half(name)
    for (const { what, har, secret, isConfigured } of all) {
      if (isConfigured && isConfiguration.test(name)) continue
      const text = await of(har, false)
      if (isIn(isConfigured ? withoutConfiguration(text) : text, secret)) leaks.push(what)
    }
    expect(leaks).toEqual([])
  })

  it('prints it for those who ask for it, so that masks are all that hides it', async () => {
    let printed = 0
    for (const { har, secret } of some) if ((await of(har, true)).includes(secret)) printed++
    expect(printed / some.length).toBeGreaterThanOrEqual(prints)
  })
})
