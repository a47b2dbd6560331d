import { describe, expect, test } from 'vitest'
import type { Engine, RequestedBy } from '../../src/engines/engine.ts'
import { engines } from '../../src/engines/index.ts'
import { webkitGtk } from '../../src/engines/webkit.ts'
import type { Failure } from '../../src/fetch/main-fetch.ts'
import { type Recognized, recognize } from '../../src/recognize/recognize.ts'
import { explainFailure } from '../../src/rules/index.ts'
import { generateCases } from '../engines/generate/generate-cases.ts'
import { playCase } from '../engines/play-case.ts'
import { play, readOracleCases } from '../oracle/oracle-case.ts'
import { readVerdicts } from '../oracle/recorded.ts'

const ENGINES: readonly Engine[] = [engines.chromium, engines.firefox, webkitGtk]
const ASKED_BY: readonly RequestedBy[] = [
  'fetch',
  'XMLHttpRequest',
  'script',
  'image',
  'CSS stylesheet',
  'font',
  'video',
  'link element resource',
  'EventSource',
  'resource',
]

const oracle = readOracleCases()
const generated = generateCases(5, 1500)

/** Every failure of an engine in the oracle's cases and in generated ones. */
function failuresOf(engine: Engine): readonly Failure[] {
  const outcomes = [
    ...oracle.map((one) => play(one, engine.implementation).outcome),
    ...generated.map((one) => playCase(one, engine.implementation).outcome),
  ]
  return outcomes.flatMap((outcome) => (outcome.type === 'blocked' ? [outcome.failure] : []))
}

const found = (text: string): readonly Recognized[] => {
  const recognized = recognize(text)
  return typeof recognized === 'string' ? [] : recognized
}

/** What a console shows around a sentence. */
const DRESSED: readonly ((sentence: string) => string)[] = [
  (sentence) => sentence,
  (sentence) => `app.js:12 ${sentence}`,
  (sentence) => `[Error] ${sentence}`,
  (sentence) =>
    `${sentence}\napp.js:12 \n        \n       GET https://api.example/items net::ERR_FAILED 200 (OK)\napp.js:12  Uncaught (in promise) TypeError: Failed to fetch`,
  (sentence) => `${sentence} [Learn More]`,
]

describe.each(ENGINES)('$title', (engine) => {
  const failures = failuresOf(engine)
  const said = failures.flatMap((failure, i) => {
    const requestedBy = ASKED_BY[i % ASKED_BY.length] ?? 'fetch'
    const message = engine.message(failure, { requestedBy, show: (value) => value })
    // A line break cannot come from a header, and our own words for "one of several" are no browser's.
    return message === null ? [] : [{ failure, message, dress: DRESSED[i % DRESSED.length] ?? String }]
  })

  test('every sentence leads back to rules among which is the one that made it', () => {
    const lost = said.filter(({ failure, message, dress }) => {
      const { id } = explainFailure(failure).rule
      return !found(dress(message)).some(({ rules }) => rules.some((rule) => rule === id))
    })
    expect(
      lost.map(({ failure, message }) => ({
        message,
        rule: explainFailure(failure).rule.id,
        found: found(message).map(({ sentence, rules }) => [sentence.code, ...rules]),
      })),
    ).toEqual([])
    expect(said.length).toBeGreaterThan(1500)
  })

  test('it is recognized as this engine’s, with the code that the engine has for it', () => {
    const wrong = said.filter(({ failure, message, dress }) => {
      const [first, ...others] = found(dress(message))
      return (
        others.length > 0 ||
        first?.sentence.engine !== engine.id ||
        first.sentence.code !== engine.code(failure)
      )
    })
    expect(
      wrong.map(({ message, failure }) => [
        message,
        engine.code(failure),
        found(message).map(({ sentence }) => sentence.code),
      ]),
    ).toEqual([])
  })

  test('every code alone leads to rules among which is the one that made it', () => {
    const lost = failures.flatMap((failure) => {
      const code = engine.code(failure)
      const { id } = explainFailure(failure).rule
      if (code === null || found(code).some(({ rules }) => rules.some((rule) => rule === id))) return []
      return [`${code}: ${id}`]
    })
    expect([...new Set(lost)]).toEqual([])
  })
})

describe.each(['chromium', 'chromium-generated', 'firefox', 'firefox-generated'])(
  'what the console printed in the recording %s',
  (name) =>
    test('is recognized, with the browser’s own code', () => {
      const printed = readVerdicts(name).filter(
        ({ id, message, code }) =>
          // A capture may have caught the sentence of the case before.
          code &&
          message?.includes(id.replace(/#.*/, '')) &&
          /blocked by CORS policy|\(Reason: [^)]+\)/.test(message),
      )
      const wrong = printed.filter(({ message, code }) => {
        const codes = found(message ?? '').map(({ sentence }) => sentence.code)
        return codes.length !== 1 || codes[0] !== code
      })
      expect(
        wrong.map(({ id, message, code }) => ({ id, message, code, found: found(message ?? '') })),
      ).toEqual([])
      expect(printed.length).toBeGreaterThan(100)
    }),
)
