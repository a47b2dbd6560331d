import { type Examined, engines, isUsuallyAllowed, plural, type VerdictType } from '../internal.ts'
import type { TextOptions } from './text-options.ts'
import { wrap } from './wrap.ts'

/** Returns a recording's description, and the number of requests per outcome. */
export function summaryLines(
  { recording, entries, diagnoses }: Examined,
  { style, redaction, width }: TextOptions,
): readonly string[] {
  const counts = new Map<VerdictType, number>()
  const count = (type: VerdictType): number => counts.get(type) ?? 0
  let [unrecorded, usual] = [0, 0]
  for (const { verdict } of diagnoses) {
    counts.set(verdict.type, count(verdict.type) + 1)
    if (verdict.type === 'cannot-tell' && verdict.exchange.observed.outcome === 'blocked') unrecorded++
    if (isUsuallyAllowed(verdict)) usual++
  }
  const crossOrigin = diagnoses.length - count('not-cors')
  const browser = recording.browser === 'unknown' ? 'unknown browser' : engines[recording.browser].title
  const creator = recording.creator === '' ? [] : [redaction.value(recording.creator)]
  const parts = [
    [count('blocked'), 'blocked'],
    [count('depends') - usual, 'depending on what was not recorded'],
    [usual, 'allowed in the usual case'],
    [count('unexplained'), 'failed for another or an unknown reason'],
    [count('cannot-tell') - unrecorded, 'undecided'],
    [unrecorded, 'blocked, reason not recorded'],
    [count('shared'), 'allowed'],
  ] as const
  const told = parts.filter(([number]) => number > 0).map(([number, words]) => `${number} ${words}`)
  const tally = `${plural(entries, 'entry', 'entries')}, ${plural(crossOrigin, 'cross-origin request', 'cross-origin requests')}${told.length === 0 ? '' : `: ${told.join(', ')}`}`
  const margins = { width, first: '', rest: '' }
  return [
    ...wrap(
      [
        { words: redaction.value(recording.name), draw: style.bold },
        { words: ` (${[...creator, browser].join(', ')})`, draw: style.dim },
      ],
      margins,
    ),
    ...wrap([{ words: tally, draw: (words) => words }], margins),
  ]
}
