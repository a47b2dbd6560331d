import { describe, expect, it } from 'vitest'
import { readHarText } from '../../src/har/read-har.ts'
import { diagnoseInSteps, emptyMemory, type PageReport } from '../../src/internal.ts'
import { parseLate, parsePageReport } from '../../src/panel/live/page-script.ts'
import { stoppedByMode } from '../../src/panel/live/stopped-by-mode.ts'
import { makeSession } from '../../src/panel/make-session.ts'
import { diagnosesIn } from '../../src/panel/state/listed.ts'
import { chromeEntry, firefoxEntry, harText } from '../make-har.ts'
import { fakeClock, fakeInspected } from './fake-inspected.ts'
import { options } from './panel-diagnoses.ts'

const call = {
  by: 'fetch',
  url: 'http://api.test/items',
  method: 'GET',
  mode: 'cors',
  credentials: 'include',
  time: 5,
}

/** What a page says that was loaded before DevTools was opened: three of its requests went to another origin. */
const loadedPage = {
  document: 'https://app.example/',
  origin: 'https://app.example',
  outcomes: ['http://api.test/1', 'http://api.test/2', 'http://api.test/3', 'https://app.example/own'].map(
    (url) => ({ url, status: 200, time: Date.UTC(2026, 0, 1) }),
  ),
}

describe('what the page tells', () => {
  it('is believed as far as it is well-formed', () => {
    const report = { calls: [call, { ...call, mode: 'x' }, null, { ...call, time: 'x' }], outcomes: 'x' }
    expect(parsePageReport(report)).toEqual({ calls: [call], outcomes: [] })
    expect(parsePageReport(null)).toEqual({ calls: [], outcomes: [] })
  })

  it('says whether DevTools was opened late, and how many requests the log lacks', () => {
    const page = { ...loadedPage, document: 'https://app.example/#top' }
    const recorded = (...urls: readonly string[]) =>
      readHarText(harText(urls.map((url) => chromeEntry({ url }))), 0, 'x').entries
    expect(parseLate(page, [])).toBe(3)
    expect(parseLate(page, recorded('http://api.test/1', 'http://api.test/2'))).toBe(1)
    expect(parseLate(page, recorded('https://app.example/'))).toBeNull()
    expect(parseLate({ ...page, document: 'about:blank' }, [])).toBeNull()
    expect(parseLate(null, [])).toBeNull()
    // What was requested while DevTools was already open may not be in the log yet.
    expect(parseLate(page, [], { ...page, outcomes: [] })).toBe(0)
  })
})

describe('facts that the page states', () => {
  const diagnosedWith = (entry: object, creator: string, page: PageReport) => {
    const { recording, entries } = readHarText(harText([entry], creator), 0, 'x')
    const work = diagnoseInSteps(recording, entries, { ...options, page }, emptyMemory())
    for (;;) {
      const step = work.next()
      if (step.done === true) return step.value[0]?.verdict
    }
  }
  const url = 'http://api.test/items'
  const started = readHarText(harText([chromeEntry({ url })]), 0, 'x').entries[0]?.started ?? 0
  const response = { 'Access-Control-Allow-Origin': '*' }

  it('the credentials mode has a source where the page was watched', () => {
    const page = parsePageReport({ calls: [{ ...call, time: started }], outcomes: [] })
    const verdict = diagnosedWith(
      chromeEntry({ url, response, error: 'net::ERR_FAILED' }),
      'WebInspector',
      page,
    )
    expect(verdict?.exchange.facts.credentialsMode).toMatchObject({
      known: true,
      value: 'include',
      source: { field: 'page.fetch.credentials', value: 'include' },
    })
  })

  it('a call at another time is another call', () => {
    const page = parsePageReport({ calls: [{ ...call, time: started + 60_000 }], outcomes: [] })
    const verdict = diagnosedWith(
      chromeEntry({ url, response, error: 'net::ERR_FAILED' }),
      'WebInspector',
      page,
    )
    expect(verdict?.exchange.facts.credentialsMode.known).toBe(false)
  })

  it.each([
    [0, 'blocked'],
    [200, 'shared'],
  ])('where the recording states no outcome, resource timing does: %i is %s', (status, outcome) => {
    const page = parsePageReport({ calls: [], outcomes: [{ url, status, time: started }] })
    const entry = firefoxEntry({ url, response, request: { 'Sec-Fetch-Mode': 'cors' } })
    expect(diagnosedWith(entry, 'Firefox', page)?.exchange.observed.outcome).toBe(outcome)
  })
})

describe('a session in DevTools', () => {
  const start = async (browser: 'chromium' | 'firefox' = 'chromium') => {
    const inspected = fakeInspected(browser)
    const clock = fakeClock()
    inspected.answer = loadedPage
    const session = makeSession(inspected, clock, null)
    await clock.pass(500)
    return { inspected, clock, session, state: () => session.store.get() }
  }

  it('says what it missed when it was opened late, until the page navigates', async () => {
    const { inspected, state } = await start()
    expect(state().late).toBe(3)
    inspected.navigate()
    expect(state().late).toBeNull()
  })

  it.each(['chromium', 'firefox'] as const)('watches one load of the page in %s', async (browser) => {
    const { inspected, clock, session, state } = await start(browser)
    session.reload(true)
    expect(inspected.calls).toContain('reload and watch')
    inspected.answer = { ...loadedPage, watched: true }
    inspected.navigate()
    await clock.pass(500)
    expect(state().watching).toBe(true)
    inspected.answer = { ...loadedPage, watched: false }
    inspected.navigate()
    await clock.pass(500)
    expect(state().watching).toBe(false)
  })

  it.each([
    ['before the watched page can answer', false],
    ['when it can already answer', true],
  ])('watches it though Firefox tells late of the page before, %s', async (_, watched) => {
    const { inspected, clock, session, state } = await start('firefox')
    session.reload(true)
    inspected.answer = { ...loadedPage, watched }
    inspected.navigate()
    await clock.pass(500)
    expect(state().watching).toBe(watched)
    inspected.answer = { ...loadedPage, watched: true }
    inspected.navigate()
    await clock.pass(500)
    expect(state().watching).toBe(true)
  })

  it('misses nothing that Firefox reports a moment later', async () => {
    const { inspected, clock, session, state } = await start('firefox')
    inspected.answer = { ...loadedPage, outcomes: [] }
    session.shown()
    await clock.pass(500)
    inspected.answer = loadedPage
    await clock.pass(1000)
    expect(state().late).toBe(0)
  })

  it('keeps what an earlier page told where its requests are kept', async () => {
    const { inspected, clock, session, state } = await start()
    session.configure({ preserveLog: true })
    const url = 'http://api.test/items'
    for (const [at, credentials] of [
      [0, 'include'],
      [9000, 'same-origin'],
    ] as const) {
      session.reload(true)
      inspected.navigate()
      const raw = chromeEntry({ url, at })
      const time = Date.parse(String(Object.getOwnPropertyDescriptor(raw, 'startedDateTime')?.value))
      inspected.answer = { calls: [{ ...call, time, credentials }], outcomes: [] }
      inspected.finish(raw)
      await clock.pass(1000)
    }
    const facts = diagnosesIn(state().diagnoses).map(({ verdict }) => verdict.exchange.facts.credentialsMode)
    expect(facts.map((fact) => fact.known && fact.value)).toEqual(['include', 'same-origin'])
  })

  it('asks Firefox for its HAR only where the user wants that', async () => {
    const { inspected, clock, session, state } = await start('firefox')
    session.shown()
    await clock.pass(10_000)
    expect(state().late).toBe(3)
    expect(inspected.calls).not.toContain('getHAR')
    inspected.held = [firefoxEntry({ url: 'http://api.test/items' })]
    session.takeMissed()
    await clock.pass(500)
    expect(inspected.calls.filter((name) => name === 'getHAR')).toHaveLength(1)
    expect(state().diagnoses).toHaveLength(1)
  })

  it('reads files beside what it records, and says which cannot be read', async () => {
    const { clock, session, state } = await start()
    const file = (name: string, text: string) => ({ name, blob: new Blob([text]) })
    const read = session.readFiles([
      file('a.har', harText([chromeEntry({ error: 'net::ERR_FAILED' })])),
      file('b.har', '{"log":'),
    ])
    const done = read.then(() => true)
    const passing = async (): Promise<void> => {
      await new Promise((resolve) => setTimeout(resolve, 5))
      await clock.pass(100)
    }
    while ((await Promise.race([done, passing()])) !== true);
    await clock.pass(500)
    expect(state().diagnoses).toHaveLength(1)
    expect(state().failure).toContain('b.har')
    session.clear()
    await clock.pass(500)
    expect(state().diagnoses).toHaveLength(0)
    expect(state().failure).toBeNull()
  })
})

describe('calls that a mode stops', () => {
  const answer = (calls: readonly object[]) => ({ origin: 'https://app.example', calls })
  const call = (url: string, mode: string) => ({
    by: 'fetch',
    url,
    method: 'GET',
    mode,
    credentials: 'omit',
    time: 1,
  })

  it('are those to another origin with mode "same-origin", each URL once', () =>
    expect(
      stoppedByMode(
        answer([
          call('https://api.example/a', 'same-origin'),
          call('https://api.example/a', 'same-origin'),
          call('https://app.example/a', 'same-origin'),
          call('https://api.example/b', 'cors'),
        ]),
      ),
    ).toEqual(['https://api.example/a']))

  it('are none where the page tells nothing well-formed', () => {
    for (const value of [null, {}, { calls: [{ mode: 'same-origin', url: 'https://api.example/' }] }])
      expect(stoppedByMode(value)).toEqual([])
  })
})
