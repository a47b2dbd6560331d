import { describe, expect, it } from 'vitest'
import { browserNames } from './situation.ts'
import { situations } from './situations.ts'
import { undecided } from './undecided.ts'
import { addressOf, urlOf } from './urls.ts'

describe('the situations', () => {
  const ids = situations.map(({ id }) => id)

  it.each(browserNames)('are at least 120 in %s', (browser) =>
    expect(situations.filter(({ only = browser }) => only === browser).length).toBeGreaterThanOrEqual(120),
  )

  it('have a name each, which a URL can carry', () => {
    expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([])
    expect(ids.filter((id) => !/^[a-z0-9]+(-[a-z0-9]+)+$/.test(id))).toEqual([])
  })

  it.each(situations)('$id makes requests that can be found again', (situation) => {
    const names = situation.steps.flat().flatMap((step) => (step.does === 'wait' ? [] : step.at))
    const ids = names.map((at) => addressOf(urlOf(situation, at))?.id)
    expect(ids.length).toBeGreaterThan(0)
    expect(new Set(ids)).toEqual(new Set([situation.id]))
  })

  it('are all there that are listed as undecided', () => {
    const absent = Object.entries(undecided).flatMap(([id, reasons]) =>
      browserNames
        .filter(
          (browser) =>
            reasons[browser] !== undefined &&
            !situations.some((one) => one.id === id && (one.only ?? browser) === browser),
        )
        .map((browser) => `${id} ${browser}`),
    )
    expect(absent).toEqual([])
  })
})
