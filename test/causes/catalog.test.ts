import { describe, expect, test } from 'vitest'
import { rootCausesOf } from '../../src/causes/root-causes-of.ts'
import { cautionsFor } from '../../src/cautions/index.ts'
import { siblingsAmong } from '../../src/reading/siblings.ts'
import { failingChecks } from '../../src/verdict/failing-checks.ts'
import type { Verdict } from '../../src/verdict/verdict.ts'
import { failOnBug } from '../fail-on-bug.ts'
import { verdictsOf } from '../make-har.ts'
import { lists, values } from './practice/headers.ts'
import { beforeCors, errors, places, redirects } from './practice/layers.ts'
import { caches, notCors, page } from './practice/outside.ts'
import type { Practice, Recording } from './practice/practice.ts'

/** What goes wrong with CORS in practice. */
const CATALOG: readonly (readonly [string, readonly Practice[]])[] = [
  ['before the CORS layer is reached', beforeCors],
  ['redirects', redirects],
  ['errors and their headers', errors],
  ['headers in some places only', places],
  ['the wrong value', values],
  ['lists of preflights', lists],
  ['caches', caches],
  ['the page', page],
  ['not CORS', notCors],
]

function verdictsIn(recording: Recording): readonly Verdict[] {
  if ('firefox' in recording) return verdictsOf(recording.firefox, 'Firefox')
  if ('byStandard' in recording) return verdictsOf(recording.byStandard, undefined, 'spec')
  return verdictsOf(recording)
}

/** The ids of what is found about the last fetch of a recording: rules, root causes and cautions. */
function foundIn(recording: Recording): readonly string[] {
  const verdicts = verdictsIn(recording)
  const verdict = verdicts.at(-1)
  if (verdict === undefined) throw new Error('no fetch')
  const siblings = siblingsAmong(verdicts)
  return [
    ...failingChecks(verdict).map(({ finding }) => finding.rule.id),
    ...rootCausesOf(verdict, siblings, failOnBug).map(({ id }) => id),
    ...cautionsFor(verdict, siblings, failOnBug).map(({ id }) => id),
  ]
}

describe.each(CATALOG)('what goes wrong in practice: %s', (_, practices) => {
  test.each(practices)('%s', (_, shownAs) => {
    const recordings = Object.entries(shownAs)
    expect(recordings.length).toBeGreaterThan(0)
    for (const [id, recording] of recordings) expect(foundIn(recording), `not shown as ${id}`).toContain(id)
  })
})
