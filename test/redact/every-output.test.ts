import { describe, expect, it } from 'vitest'
import { allPlaces, isLeaked, placesFor } from './places/all-places.ts'
import { OUTPUTS } from './places/outputs.ts'

const some = allPlaces.filter((_, i) => i % 8 === 0)

it('there are enough places', () => expect(allPlaces.length).toBeGreaterThan(500))

describe.each(Object.entries(OUTPUTS))('%s', (name, { of, prints }) => {
  it('masks the secret in every place', async () => {
    const leaks: string[] = []
    for (const place of placesFor(name))
      if (isLeaked(await of(place.har, false), place)) leaks.push(place.what)
    expect(leaks).toEqual([])
  })

  it('prints it for those who ask for it, so that masks are all that hides it', async () => {
    let printed = 0
    for (const { har, secret } of some) if ((await of(har, true)).includes(secret)) printed++
    expect(printed / some.length).toBeGreaterThanOrEqual(prints)
  })
})
