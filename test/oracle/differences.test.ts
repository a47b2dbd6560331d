import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import type { Engine } from '../../src/engines/engine.ts'
import { engines } from '../../src/engines/index.ts'
import { webkitGtk } from '../../src/engines/webkit.ts'
import { type Implementation, standard } from '../../src/fetch/implementation.ts'
import { examples, type Measured, readMeasurements } from '../engines/differences/measured.ts'
import { pageOf } from '../engines/differences/page.ts'
import { type Row, rows } from '../engines/differences/rows.ts'
import type { EngineCase } from '../engines/engine-case.ts'
import type { EngineName } from '../engines/options.ts'
import { playCase } from '../engines/play-case.ts'

const played: Readonly<Record<EngineName, Engine>> = {
  chromium: engines.chromium,
  firefox: engines.firefox,
  webkit: webkitGtk,
}
const names = Object.keys(played) as readonly EngineName[]
const measurements = readMeasurements()

/** What the rules say that a browser does with an example, in the words of the measurements. */
function predicted(engineCase: EngineCase, engine: Engine, implementation: Implementation): Measured {
  const { outcome, sent } = playCase(engineCase, implementation)
  const arrived = sent.filter((one, i) => one !== sent[i - 1]).join(', ')
  if (outcome.type !== 'shared') {
    return { got: null, code: outcome.type === 'blocked' ? engine.code(outcome.failure) : null, arrived }
  }
  const isOpaque = outcome.tainting === 'opaqueredirect'
  return { got: `${outcome.tainting} ${isOpaque ? 0 : outcome.response.status}`, code: null, arrived }
}

const examplesOf = ({ property }: Row): readonly EngineCase[] =>
  examples.filter(({ id }) => id.startsWith(`${property}-`))

const deviates = (engine: Engine, property: keyof Implementation): boolean =>
  JSON.stringify(engine.implementation[property]) !== JSON.stringify(standard[property]) ||
  (typeof standard[property] === 'function' && engine.implementation[property] !== standard[property])

describe('the page "How browsers differ"', () => {
  it('is up to date; "npm run differences -- --page" writes it', () =>
    expect(readFileSync('src/engines/README.md', 'utf8')).toBe(pageOf(measurements)))

  it('has one row for each property in which an engine differs from the standard', () => {
    const properties = (Object.keys(standard) as readonly (keyof Implementation)[]).filter((property) =>
      names.some((name) => deviates(played[name], property)),
    )
    expect(rows.map(({ property }) => property).toSorted()).toEqual(properties.toSorted())
    // The standard's own values differ from none, and every property is one in which some engine does.
    expect(properties.length).toBe(Object.keys(standard).length)
  })

  it.each(rows)(
    'names in the row "$title" the engines that differ, and no others',
    ({ property, deviating }) => {
      const titles = names
        .filter((name) => deviates(played[name], property))
        .map((name) => (name === 'webkit' ? 'WebKit' : name === 'firefox' ? 'Firefox' : 'Chromium'))
      expect(deviating.map(([engine]) => engine.replace('GTK', ''))).toEqual(titles)
      expect(deviating.some(([engine]) => engine === 'WebKitGTK')).toBe(
        deviates(webkitGtk, property) && !deviates(engines.webkit, property),
      )
    },
  )
})

describe.each(names)('what real %s did with the examples', (name) => {
  it.each(examples)('$id is what the rules say', (engineCase) => {
    const engine = played[name]
    const theirs = measurements.examples[engineCase.id]?.[name]
    expect(predicted(engineCase, engine, engine.implementation)).toEqual(theirs)
  })

  // What is remembered between two fetches shows in no single one.
  it.each(rows.filter(({ property }) => property !== 'maxAgeLimit' && deviates(played[name], property)))(
    'the row "$title" has an example that shows it',
    (row) => {
      const engine = played[name]
      const withoutIt = { ...engine.implementation, [row.property]: standard[row.property] }
      const shown = examplesOf(row).filter(
        (engineCase) =>
          JSON.stringify(predicted(engineCase, engine, engine.implementation)) !==
          JSON.stringify(predicted(engineCase, engine, withoutIt)),
      )
      expect(shown.map(({ id }) => id)).not.toEqual([])
    },
  )
})
