import { expect, it } from 'vitest'
import { outcomeWords } from '../../src/explain/outcome-words.ts'
import { isListed } from '../../src/report/is-listed.ts'
import { failingChecks } from '../../src/verdict/failing-checks.ts'
import { diagnosesOf } from './verdict-on-recording.ts'

/** What is true of each fetch of a recording, in the order in which they started: its verdict and the browser's code. */
const TRUTH: Readonly<Record<string, readonly string[]>> = {
  '304-proxy': ['shared', 'shared'],
  'reval-304-no-acao': ['shared', 'shared'],
  'firefox-reval-304-no-acao': ['shared', 'shared'],
  'font-star-firefox140': ['shared'],
  'star-safari': ['shared'],
  'el-redir-acac': ['blocked InvalidAllowCredentials'],
  'http-same-redir-userinfo': ['blocked RedirectContainsCredentials'],
  'redir-app-scheme': ['blocked CorsDisabledScheme', 'blocked CorsDisabledScheme'],
  'redir-app-scheme.sanitized': ['blocked CorsDisabledScheme'],
  'websocket-101-http-scheme': ['not-cors'],
  'wpt-same-origin-failed': ['not-cors'],
  'playwright-navigation-refused': ['not-cors'],
  ws: ['unexplained'],
  'chunk-error-with-acao': ['unexplained'],
  'nocors-json-alone': ['not-cors'],
  'internal-redirect-modern': ['not-cors', 'not-cors', 'not-cors', 'not-cors'],
  'firefox-force-cache-other-origin': [
    'blocked CORSAllowOriginNotMatchingOrigin',
    'blocked CORSAllowOriginNotMatchingOrigin',
  ],
  'c6-hit-https': ['shared', 'shared', 'blocked WildcardOriginNotAllowed'],
}

it.each(Object.entries(TRUTH))('%s', (name, truth) => {
  const said = diagnosesOf(name).map(({ verdict }) => {
    const { browser } = verdict.exchange.recording
    const { codes } = verdict.engines[browser === 'unknown' ? 'chromium' : browser]
    return [verdict.type, ...codes].join(' ')
  })
  expect(said).toEqual(truth)
})

it('a copy in the cache without the header comes first where the preflight passed', () => {
  const verdict = diagnosesOf('cache3-img-then-preflighted')[1]?.verdict
  expect(verdict && failingChecks(verdict)[0]?.finding.rule.id).toBe('allow-origin-missing')
})

it('a worker’s request is never taken for one with credentials because its response is missing', () => {
  const [diagnosis] = diagnosesOf('w3-star-500')
  expect(diagnosis?.verdict.type).toBe('cannot-tell')
  expect(diagnosis?.plan).toBeNull()
  expect(diagnosis?.rootCauses[0]?.id).toBe('dedicated-worker')
  // It was blocked, so every report lists it.
  expect(diagnosis && isListed(diagnosis, false)).toBe(true)
})

it.each([
  ['ws', 'websocket-refused'],
  ['chunk-error-with-acao', 'broken-body'],
  ['cache3-img-then-preflighted', 'img-cached-then-fetch'],
])('the first cause of %s is %s', (name, id) => {
  expect(diagnosesOf(name).at(-1)?.rootCauses[0]?.id).toBe(id)
})

it('an earlier fetch in the cache is no element’s copy', () => {
  expect(diagnosesOf('c6-hit-https')[2]?.rootCauses.map(({ id }) => id)).not.toContain(
    'img-cached-then-fetch',
  )
})

it('a misspelled header is the first cause, and a comma too many is no second header', () => {
  expect(diagnosesOf('acao-misspelled')[0]?.rootCauses[0]?.id).toBe('header-misspelled')
  expect(diagnosesOf('acao-star-trailing-comma')[0]?.rootCauses.map(({ id }) => id)).not.toContain(
    'set-twice',
  )
})

it('another origin’s copy in Firefox’s cache is the cause', () => {
  expect(diagnosesOf('firefox-force-cache-other-origin')[1]?.rootCauses[0]?.id).toBe(
    'cached-for-another-origin',
  )
})

it.each([
  ['ws', 'failed, not CORS'],
  ['chunk-error-with-acao', 'failed, not CORS'],
  ['w3-star-500', 'blocked, reason not recorded'],
])('%s is called "%s"', (name, words) => {
  const [diagnosis] = diagnosesOf(name)
  expect(diagnosis && outcomeWords(diagnosis)).toBe(words)
})
