import { diagnose, failingChecks, type HarEntry, isSkipped, parseEntry } from '../../internal.ts'
import { type Log, preflightsFor } from '../state/log.ts'

/** Reports whether a failed request was stopped by its preflight, so that it can't have a response. */
export function isStoppedByPreflight(raw: unknown, log: Log): boolean {
  const actual = parseEntry(raw, log.recording.file, -1)
  if (isSkipped(actual)) return true
  const { url, method } = actual.request
  return preflightsFor(log, url, method).some(
    (preflight) =>
      isAtTheTimeOf(actual, preflight) && (refusesAll(preflight) || refuses(preflight, actual, log)),
  )
}

const isAtTheTimeOf = (actual: HarEntry, preflight: HarEntry): boolean =>
  Math.abs((preflight.started ?? 0) - (actual.started ?? 0)) <= (actual.time ?? 0) + 50

/** Most refusals are obvious without judging. */
const refusesAll = ({ response: { status, headers } }: HarEntry): boolean =>
  status < 200 || status > 299 || !headers.some(({ name }) => /^access-control-allow-origin$/i.test(name))

const refuses = (preflight: HarEntry, actual: HarEntry, { recording }: Log): boolean =>
  diagnose(recording, [preflight, actual], { engine: null, show: (value) => value }).some(
    ({ verdict }) => failingChecks(verdict)[0]?.phase === 'preflight',
  )
