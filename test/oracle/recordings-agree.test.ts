import { describe, expect, test } from 'vitest'
import type { EngineId } from '../../src/engines/engine.ts'
import type { Verdict } from '../../src/verdict/verdict.ts'
import { judgeRecording, type RecordedVerdict, readVerdicts, verdictsOf } from './recorded.ts'
import { exceptionFor, isLeftOpen } from './recorded-exceptions.ts'

const RECORDINGS: readonly {
  readonly har: string
  readonly verdicts: string
  readonly engine: EngineId
  readonly blocked: number
}[] = [
  { har: 'chromium-live', verdicts: 'chromium', engine: 'chromium', blocked: 155 },
  { har: 'chromium-export-sanitized', verdicts: 'chromium', engine: 'chromium', blocked: 155 },
  { har: 'chromium-export-sensitive', verdicts: 'chromium', engine: 'chromium', blocked: 155 },
  { har: 'chromium-generated-live', verdicts: 'chromium-generated', engine: 'chromium', blocked: 500 },
  {
    har: 'chromium-generated-export-sanitized',
    verdicts: 'chromium-generated',
    engine: 'chromium',
    blocked: 500,
  },
  { har: 'chromium-cert', verdicts: 'chromium-cert', engine: 'chromium', blocked: 1 },
  { har: 'chromium-offline', verdicts: 'chromium-offline', engine: 'chromium', blocked: 1 },
  { har: 'chromium-dnr', verdicts: 'chromium-dnr', engine: 'chromium', blocked: 0 },
  { har: 'firefox-live', verdicts: 'firefox', engine: 'firefox', blocked: 180 },
  { har: 'firefox-gethar', verdicts: 'firefox', engine: 'firefox', blocked: 180 },
  { har: 'firefox-save-all', verdicts: 'firefox', engine: 'firefox', blocked: 180 },
  { har: 'firefox-generated-live', verdicts: 'firefox-generated', engine: 'firefox', blocked: 150 },
  { har: 'firefox-generated-gethar', verdicts: 'firefox-generated', engine: 'firefox', blocked: 230 },
]

describe.each(RECORDINGS)('the recording $har', ({ har, verdicts, engine, blocked }) => {
  const ours = judgeRecording(har)
  const compared = readVerdicts(verdicts)
    .filter((theirs) => exceptionFor(har, theirs) === null)
    .map((theirs) => ({ theirs, mine: verdictsOf(theirs, ours) }))

  test('each blocked case has the browser’s own code, alone or beside one other', () => {
    const withCode = compared.filter(({ theirs, mine }) => isCorsFailure(theirs) && mine.length > 0)
    const wrong = withCode.filter(
      ({ theirs, mine }) => !mine.some((verdict) => names(verdict, engine, theirs.code)),
    )
    expect(wrong.map(describeCase(engine))).toEqual([])
    expect(withCode.length).toBeGreaterThanOrEqual(blocked)
  })

  test('nothing that the page got is called blocked', () => {
    const wrong = compared.filter(
      ({ theirs, mine }) =>
        theirs.ok &&
        theirs.code === null &&
        mine.some(({ type }) => type === 'blocked') &&
        !mine.some(({ type }) => type === 'shared'),
    )
    expect(wrong.map(describeCase(engine))).toEqual([])
  })

  test('what failed for another reason gets no code of CORS', () => {
    const wrong = compared.filter(
      ({ theirs, mine }) =>
        !theirs.ok &&
        !isCorsFailure(theirs) &&
        theirs.code === null &&
        mine.some(
          (verdict) =>
            verdict.type === 'blocked' &&
            verdict.engines[engine].codes.length > 0 &&
            !isNetworkCode(verdict, engine),
        ),
    )
    expect(wrong.map(describeCase(engine))).toEqual([])
  })

  test('where one code is left, the console sentence is the browser’s own', () => {
    const wrong = compared.flatMap(({ theirs, mine }) => {
      const verdict = mine.find(
        (one) => one.engines[engine].codes.length === 1 && one.engines[engine].codes[0] === theirs.code,
      )
      const message = verdict?.engines[engine].message ?? null
      if (message === null || !isWhole(theirs) || message.includes('(one of ')) return []
      return comparable(message) === comparable(theirs.message ?? '')
        ? []
        : [{ id: theirs.id, mine: message, theirs: theirs.message }]
    })
    expect(wrong).toEqual([])
  })
})

/** Tools that leave out what a verdict needs: they allow fewer verdicts, and no wrong one. */
describe.each(['playwright', 'chrome-har'])('the recording %s', (har) => {
  const ours = judgeRecording(har)
  const compared = readVerdicts('chromium')
    // Without times, two requests of one URL cannot be told apart.
    .filter(({ from, id }) => from === undefined && !/^(beacon-json|sw-)/.test(id))
    .map((theirs) => ({ theirs, mine: verdictsOf(theirs, ours) }))

  test('nothing that the page got is called blocked, nothing that CORS blocked is called shared', () => {
    const wrong = compared.filter(({ theirs, mine }) =>
      mine.some(({ type }) => (theirs.ok ? type === 'blocked' : type === 'shared' && theirs.code !== null)),
    )
    expect(wrong.map(describeCase('chromium'))).toEqual([])
    expect(compared.filter(({ mine }) => mine.length > 0).length).toBeGreaterThan(140)
  })

  test('a code that is named is the browser’s own', () => {
    const named = compared.filter(({ mine }) => mine.some(({ type }) => type === 'blocked'))
    const wrong = named.filter(
      ({ theirs, mine }) => !mine.some((verdict) => names(verdict, 'chromium', theirs.code)),
    )
    expect(wrong.map(describeCase('chromium'))).toEqual([])
  })
})

/** Firefox's word for a network failure is among its CORS categories, and is none of CORS. */
const isCorsFailure = ({ ok, code }: RecordedVerdict): boolean =>
  !ok && code !== null && code !== 'CORSDidNotSucceed'

const isNetworkCode = ({ engines }: Verdict, engine: EngineId): boolean =>
  engines[engine].codes.join() === 'CORSDidNotSucceed'

function names(verdict: Verdict, engine: EngineId, code: string | null): boolean {
  const codes: readonly string[] = verdict.engines[engine].codes
  if (code === null || !codes.includes(code) || new Set(codes.map(sameFailure)).size > 2) return false
  return (
    verdict.type === 'blocked' ||
    isLeftOpen(verdict) ||
    (verdict.type === 'unexplained' && code.includes('LocalNetwork'))
  )
}

/** Firefox names a redirected preflight in two ways; which of them depends on the redirect mode, which no recording has. */
const sameFailure = (code: string): string =>
  code === 'CORSExternalRedirectNotAllowed' ? 'CORSPreflightDidNotSucceed' : code

const describeCase =
  (engine: EngineId) =>
  ({ theirs, mine }: { theirs: RecordedVerdict; mine: readonly Verdict[] }) => ({
    id: theirs.id,
    theirs: theirs.code ?? (theirs.ok ? 'shared' : theirs.net),
    mine: mine.map((verdict) => `${verdict.type} ${verdict.engines[engine].codes.join(' or ')}`),
  })

/** Firefox cuts a sentence at 1000 characters; a capture may have caught the sentence of the case before. */
const isWhole = ({ id, message }: RecordedVerdict): boolean =>
  message !== null &&
  /Reason|CORS policy/.test(message) &&
  message.includes(id) &&
  /^[\0-\x7f‘’]*$/.test(message)

/** A HAR of Chrome sorts header lines by name, so the order of joined values is not the server's. */
const comparable = (message: string): string =>
  message
    .replace(
      /multiple values '(.*?)', but/,
      (_, values: string) => `multiple values '${values.split(', ').sort().join(', ')}', but`,
    )
    .replace(/header ‘[^’]*’ is not allowed/, 'header ‘…’ is not allowed')
    .replace(/Request header field \S+/, 'Request header field …')
