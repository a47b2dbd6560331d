import { describe, expect, it } from 'vitest'
import { readHarText } from '../../src/har/read-har.ts'
import { atOnce } from '../../src/in-steps.ts'
import {
  diagnoseInSteps,
  emptyMemory,
  explanationOf,
  type PageReport,
  plain,
  restsOnPage,
} from '../../src/internal.ts'
import { isOfNetwork } from '../../src/panel/live/live-entry.ts'
import { missedRequests } from '../../src/panel/live/missed-requests.ts'
import { parsePageReport } from '../../src/panel/live/page-script.ts'
import { makeSession } from '../../src/panel/make-session.ts'
import { strings } from '../../src/panel/parts/strings.ts'
import { diagnosesIn } from '../../src/panel/state/listed.ts'
import { chromeEntry, firefoxEntry, harText } from '../make-har.ts'
import { fakeClock, fakeInspected } from './fake-inspected.ts'
import { options } from './panel-diagnoses.ts'

describe('what a page says', () => {
  const outcome = { url: 'https://api.test/', status: 0, time: 5000 }

  it('is bounded, however much it says', () => {
    const outcomes = Array.from({ length: 100_000 }, () => outcome)
    expect(parsePageReport({ calls: [], outcomes }).outcomes).toHaveLength(5000)
    expect(missedRequests({ outcomes, origin: 'https://app.test' }, [], { since: 0, until: 9000 })).toBe(5000)
    expect(parsePageReport({ calls: { length: 1e300 }, outcomes: { length: 1e300, 0: outcome } })).toEqual({
      calls: [],
      outcomes: [outcome],
    })
  })

  it('is labeled as its words beside the fact', () => {
    expect(strings.source('page.fetch.credentials')).toContain('as the page says')
    expect(strings.source('request.headers.Origin')).not.toContain('page says')
  })
})

describe('a verdict that only the page’s words decide', () => {
  // Over HTTP, no request header shows the credentials mode.
  const url = 'http://api.test/items'
  const headlineWith = (response: Record<string, string>, calls: PageReport['calls']) => {
    const entry = firefoxEntry({ url, page: 'http://app.example', response })
    const { recording, entries } = readHarText(harText([entry], 'Firefox'), 0, 'x')
    const page: PageReport = {
      calls: calls.map((call) => ({ ...call, time: entries[0]?.started ?? 0 })),
      outcomes: [],
    }
    const [diagnosis] = atOnce(diagnoseInSteps(recording, entries, { ...options, page }, emptyMemory()))
    if (diagnosis === undefined) throw new Error('no request')
    const { headline } = explanationOf(diagnosis)
    return {
      type: diagnosis.verdict.type,
      said: plain(headline, (value) => value),
      rests: restsOnPage(diagnosis.verdict),
    }
  }
  const call = { by: 'fetch', url, method: 'GET', mode: 'cors', credentials: 'include', time: 0 } as const

  it('says so in its first sentence', () => {
    const star = { 'Access-Control-Allow-Origin': '*' }
    expect(headlineWith(star, [])).toMatchObject({ type: 'depends', rests: false })
    const told = headlineWith(star, [call])
    expect(told).toMatchObject({ type: 'blocked', rests: true })
    expect(told.said).toMatch(/, as the page says\.$/)
  })

  it('says nothing of it where the recording decides', () => {
    expect(headlineWith({}, [call])).toMatchObject({ type: 'blocked', rests: false })
    expect(headlineWith({}, [call]).said).not.toContain('page says')
  })
})

describe('an outcome that a page makes up', () => {
  const url = 'https://api.test/items'
  const judgedWith = (response: Record<string, string>, status: number) => {
    const entry = firefoxEntry({ url, response, request: { 'Sec-Fetch-Mode': 'cors' } })
    const { recording, entries } = readHarText(harText([entry], 'Firefox'), 0, 'x')
    const time = entries[0]?.started ?? 0
    const page: PageReport = { calls: [], outcomes: [{ url, status, time }] }
    const work = diagnoseInSteps(recording, entries, { ...options, page }, emptyMemory())
    for (;;) {
      const step = work.next()
      if (step.done === true) return step.value[0]?.verdict.type
    }
  }

  it('does not have a response that allows nobody shared', () => {
    expect(judgedWith({}, 0)).toBe('blocked')
    expect(judgedWith({}, 200)).toBe('blocked')
  })

  it('does not have one blocked that allows everybody, whatever the credentials mode', () => {
    const response = {
      'Access-Control-Allow-Origin': 'https://app.example',
      'Access-Control-Allow-Credentials': 'true',
    }
    expect(judgedWith(response, 200)).toBe('shared')
    expect(judgedWith(response, 0)).toBe('shared')
  })
})

describe('requests that CORS has no say in', () => {
  it.each([
    'data:,a',
    'blob:https://a.test/1',
    'chrome-extension://a/b',
    'moz-extension://a/b',
    'about:blank',
  ])('%s is not kept', async (url) => {
    expect(isOfNetwork({ request: { url } })).toBe(false)
    const inspected = fakeInspected()
    const clock = fakeClock()
    const session = makeSession(inspected, clock, null)
    inspected.held = [chromeEntry({ url: 'https://held.test/' })]
    for (const one of [url, 'https://api.test/', 'wss://api.test/'])
      inspected.finish({ ...chromeEntry({}), request: { method: 'GET', url: one, headers: [] } })
    await clock.pass(2000)
    const urls = diagnosesIn(session.store.get().diagnoses).map(({ verdict }) => verdict.exchange.url)
    expect(urls).toContain('https://api.test/')
    expect(urls).not.toContain(url)
  })
})

describe('a page that does not answer', () => {
  it('is asked a few times, and not without end', async () => {
    const inspected = fakeInspected('firefox')
    const clock = fakeClock()
    inspected.answer = null
    makeSession(inspected, clock, null)
    inspected.navigate()
    await clock.pass(600_000)
    expect(inspected.calls.filter((name) => name === 'eval').length).toBeLessThan(10)
  })

  it('is asked nothing else until it has answered or another page has come', async () => {
    const inspected = fakeInspected('firefox')
    const clock = fakeClock()
    inspected.evaluate = () => {
      inspected.calls.push('eval')
      return new Promise(() => {})
    }
    const session = makeSession(inspected, clock, null)
    session.shown()
    await clock.pass(600_000)
    const asked = inspected.calls.filter((name) => name === 'eval').length
    expect(asked).toBeLessThan(10)
    inspected.navigate()
    await clock.pass(10_000)
    expect(inspected.calls.filter((name) => name === 'eval').length).toBeGreaterThan(asked)
  })
})
