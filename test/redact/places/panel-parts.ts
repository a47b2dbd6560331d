import { h } from 'preact'
import { readHarText } from '../../../src/har/read-har.ts'
import {
  type Diagnosis,
  diagnose,
  explanationOf,
  mergePolicies,
  redactionFor,
  type Trial,
  toMarkdown,
} from '../../../src/internal.ts'
import { RequestLine } from '../../../src/panel/detail/RequestLine.tsx'
import { CalledFrom } from '../../../src/panel/detail/why/CalledFrom.tsx'
import { AskedBy } from '../../../src/panel/fix/AskedBy.tsx'
import { ForeignApi } from '../../../src/panel/fix/ForeignApi.tsx'
import { PolicyHeaders } from '../../../src/panel/fix/PolicyHeaders.tsx'
import { columns } from '../../../src/panel/list/columns.ts'
import { Engines } from '../../../src/panel/parts/Engines.tsx'
import { redaction, showAs } from '../../../src/panel/parts/redaction.ts'
import { jsonOf } from '../../../src/panel/state/exports.ts'
import { exportSession } from '../../../src/panel/state/session-exports.ts'
import { initialState } from '../../../src/panel/state/state.ts'
import { makeStore } from '../../../src/panel/state/store.ts'
import { TrialResults } from '../../../src/panel/trial/TrialResults.tsx'
import { WhatIfResult } from '../../../src/panel/what-if/WhatIfResult.tsx'
import { fieldsOf, readForm } from '../../../src/panel/what-if/what-if-form.ts'
import { packExchange } from '../../../src/permalink/pack-exchange.ts'
import { redacting } from '../../../src/redact/redact-text.ts'
import { ReadingBar } from '../../../src/web/ReadingBar.tsx'
import { sessionOf } from '../../explain/panel-text.ts'
import { chromeEntry, type EntryDescription, harText } from '../../make-har.ts'
import type { Printed } from './commands.ts'
import { inPanel } from './in-panel.ts'
import { allOf } from './panel-outputs.ts'
import { JWT, SECRET } from './secret.ts'

const blocked = (entry: EntryDescription): object =>
  chromeEntry({
    error: 'net::ERR_FAILED',
    ...entry,
    request: { Authorization: `Bearer ${SECRET}`, ...entry.request },
  })

/** A request with the secret where configuration comes from. */
const CONFIGURED = blocked({
  url: `https://${SECRET}.test/${SECRET}`,
  method: SECRET,
  page: `https://${SECRET}.example`,
})

type Shown = ReturnType<typeof inPanel> & { readonly first: Diagnosis }

/** Returns what parts of the panel say of a recording, each drawn alone. */
const partsOf =
  (entries: readonly object[], draw: (shown: Shown) => string | readonly string[]): Printed =>
  async () => {
    const shown = inPanel(harText(entries), false)
    const [first] = shown.diagnoses
    if (first === undefined) throw new Error('no fetch')
    const said = [draw({ ...shown, first })].flat().join('\n')
    showAs(redacting)
    return said
  }

function policyOf({ diagnoses }: Shown) {
  const [merged] = mergePolicies(diagnoses)
  if (merged === undefined) throw new Error('no policy')
  return merged
}

const TRIED: Trial = {
  target: 'https://api.test',
  origin: 'https://app.example',
  policy: {
    origins: ['https://app.example'],
    methods: ['GET'],
    headers: [],
    exposed: [],
    credentials: false,
    maxAge: null,
  },
  answersPreflights: true,
  redirected: [],
}

/** Parts of the panel and the web page that show a secret in other places than the explanation does. */
export const PARTS: Readonly<Record<string, Printed>> = {
  'the line of the request': partsOf([CONFIGURED], ({ first }) =>
    allOf(h(RequestLine, { diagnosis: first })),
  ),
  'who asked for a policy': partsOf([CONFIGURED], (shown) => allOf(h(AskedBy, policyOf(shown)))),
  'a policy as headers': partsOf([CONFIGURED], (shown) => allOf(h(PolicyHeaders, policyOf(shown)))),
  'the code that called': partsOf(
    [
      {
        ...blocked({}),
        _initiator: {
          type: 'script',
          stack: { callFrames: [{ url: `https://app.example/${SECRET}.js`, functionName: SECRET }] },
        },
      },
    ],
    ({ first, examined, session }) =>
      allOf(
        h(CalledFrom, {
          diagnosis: first,
          session: { ...sessionOf(makeStore(), examined), rawEntries: session.rawEntries },
        }),
      ),
  ),
  'a proxy of the panel': partsOf(
    [
      blocked({ url: `https://api.test/a?access_token=${SECRET}` }),
      blocked({ url: `https://api.test/b?access_token=${SECRET}` }),
    ],
    ({ first, examined }) => {
      const store = makeStore()
      store.dispatch({ type: 'foreign', foreign: true })
      return allOf(h(ForeignApi, { diagnosis: first, session: sessionOf(store, examined) }))
    },
  ),
  'the requests of a trial': partsOf(
    [
      blocked({
        url: `https://api.test/${SECRET}`,
        method: SECRET,
        response: { 'Access-Control-Allow-Origin': SECRET },
      }),
    ],
    ({ first, examined }) => {
      const { exchange } = first.verdict
      const tried: Diagnosis = {
        ...first,
        verdict: { ...first.verdict, exchange: { ...exchange, tried: exchange.observed } },
      }
      const store = makeStore()
      store.dispatch({ type: 'diagnosed', sources: [{ ...examined, diagnoses: [tried] }] })
      return allOf(h(TrialResults, { trial: TRIED, since: 0, session: sessionOf(store, examined) }))
    },
  ),
  'sentences of browsers that were read before the secret was known': async () => {
    const har = harText([
      blocked({ url: `https://api.test/${SECRET}` }),
      blocked({ response: { 'Access-Control-Allow-Origin': `https://${SECRET}.test` } }),
    ])
    const { recording, entries } = readHarText(har, 0, '')
    const cellsOf = (all: readonly Diagnosis[]): readonly string[] =>
      all.flatMap((one) => Object.values(columns).map((column) => column.cell(one)))
    const redaction = redactionFor(false)
    const diagnoses = diagnose(recording, entries, { engine: null, show: redaction.value })
    const explanations = diagnoses.map((one) => explanationOf(one))
    for (const { verdict } of diagnoses) String(verdict.engines.chromium.message)
    showAs(redaction)
    cellsOf(diagnoses)
    for (const entry of entries) redaction.note(entry)
    showAs(redaction)
    const source = { recording, entries: entries.length, diagnoses, skipped: [], truncated: null }
    const said = [
      ...cellsOf(diagnoses),
      ...explanations.flatMap((one) => [toMarkdown(one, redaction), allOf(h(Engines, one))]),
      ...diagnoses.map((one) => jsonOf(one, { ...initialState, sources: [source] }, false)),
      exportSession('json', { sources: [source], redaction, rawEntries: () => [] }, false),
    ]
    showAs(redacting)
    return said.join('\n')
  },
  'what-if of another URL': partsOf(
    [blocked({ url: `https://api.test/${SECRET}` })],
    ({ first: { verdict } }) =>
      allOf(
        h(WhatIfResult, {
          exchange: verdict.exchange,
          read: readForm(verdict.exchange, fieldsOf(verdict.exchange, redaction), redaction),
        }),
      ),
  ),
  ...Object.fromEntries(
    [`${JWT}.har`, `https://b.test/?access_token=${SECRET}`, `Authorization: Bearer ${SECRET}`].map(
      (name, i) => [
        `the bar of reading ${i}`,
        async () => {
          const session = sessionOf(makeStore(), inPanel(harText([]), false).examined)
          // Before there is a panel, as at first.
          showAs(redacting)
          const reading = { name, read: 1, size: 2, entries: 1, blocked: 0 }
          return allOf(h(ReadingBar, { session, state: { ...initialState, reading } }))
        },
      ],
    ),
  ),
  'a link with the page': async () => {
    const har = JSON.parse(harText([{ ...blocked({}), pageref: 'p' }])) as { readonly log: object }
    const pages = [
      { id: 'p', title: `https://${SECRET}.example/a`, startedDateTime: '2026-01-01T00:00:00.000Z' },
    ]
    const { diagnoses, redaction: ofRecording } = inPanel(
      JSON.stringify({ log: { ...har.log, pages } }),
      false,
    )
    return diagnoses
      .map(({ verdict }) => JSON.stringify(packExchange(verdict.exchange, ofRecording)))
      .join('\n')
  },
}
