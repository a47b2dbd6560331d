import { readFileSync } from 'node:fs'
import { beforeAll, describe, expect, it } from 'vitest'
import { isListed, problemsOf } from '../../src/internal.ts'
import { makeSession } from '../../src/panel/make-session.ts'
import { copyLater } from '../../src/panel/parts/clipboard.ts'
import { systemClock } from '../../src/panel/state/inspected.ts'
import { diagnosesIn } from '../../src/panel/state/listed.ts'
import type { Session } from '../../src/panel/state/session.ts'
import { isOfCors } from '../../src/panel/state/verdict-kind.ts'
import { waitFor } from '../../src/start/chromium/wait-for.ts'
import { whycors } from '../cli/run-whycors.ts'
import { chromeEntry, harText } from '../make-har.ts'
import { fakeClock } from './fake-inspected.ts'

const SECRET = 'kQ2vL7mNp4RtY8wBcZx9'
const blocked = {
  url: `https://api.test/items?access_token=${SECRET}`,
  request: { Authorization: `Bearer ${SECRET}`, Cookie: `a=${SECRET}` },
  error: 'net::ERR_FAILED',
}

async function sessionWith(...hars: readonly string[]): Promise<Session> {
  const session = makeSession(null, systemClock, null)
  const files = hars.map((har, i) => ({ name: `${i}.har`, blob: new Blob([har]) }))
  await session.readFiles(files)
  const isRead = () => session.store.get().sources.filter(({ diagnoses }) => diagnoses.length > 0).length
  await waitFor(async () => isRead() === hars.length, 'the recordings to be read')
  return session
}

let sample: Session
beforeAll(async () => {
  sample = await sessionWith(readFileSync('src/cli/sample.har', 'utf8'))
})

it('a text that is too long to be one is not copied', async () => {
  expect(await copyLater(Promise.reject(new RangeError('Invalid string length')))).toBe(false)
})

describe('the whole session', () => {
  it('is listed by problem in markdown, with a section for each', async () => {
    const markdown = await sample.exportAll('markdown', false)
    const listed = diagnosesIn(sample.store.get().diagnoses).filter((one) => isListed(one, false))
    expect(markdown).toContain(
      `## CORS report: ${problemsOf(listed).length} problems in ${listed.length} requests`,
    )
    expect(markdown.match(/^\d+\. /gm)).toHaveLength(problemsOf(listed).length)
    expect(markdown.match(/^### /gm)).toHaveLength(problemsOf(listed).length)
  })

  it('says so if nothing was blocked', async () => {
    const allowed = chromeEntry({ response: { 'Access-Control-Allow-Origin': '*' } })
    expect(await (await sessionWith(harText([allowed]))).exportAll('markdown', false)).toContain(
      'Nothing was blocked.',
    )
  })

  it('is what the command line reports as JSON', async () => {
    const { out } = await whycors(['explain', '0.har', '--format', 'json'], {
      '0.har': readFileSync('src/cli/sample.har', 'utf8'),
    })
    expect(JSON.parse(await sample.exportAll('json', false))).toEqual(JSON.parse(out))
  })

  it('is a HAR that shows the same problems again, those of one problem together', async () => {
    const har = await sample.exportAll('har', false)
    const again = await sessionWith(har)
    const told = (session: Session) =>
      diagnosesIn(session.store.get().diagnoses)
        .filter(isOfCors)
        .map(({ verdict }) => `${verdict.exchange.method} ${verdict.exchange.url} ${verdict.type}`)
        .toSorted()
    expect(told(again)).toEqual(told(sample))
    const comments: string[] = JSON.parse(har).log.entries.map(({ comment }: { comment: string }) => comment)
    const runs = comments.filter((comment, i) => comment !== comments[i - 1])
    expect(runs.length).toBeGreaterThan(9)
    expect(runs.length).toBeLessThan(comments.length)
  })

  it.each(['markdown', 'json', 'har'] as const)('is the same as a file and as a text: %s', async (what) => {
    for (const session of [sample, await sessionWith(harText([chromeEntry({})]))]) {
      const text = await session.exportAll(what, false)
      expect(await (await session.saveAll(what, false)).text()).toBe(text)
      if (what !== 'markdown') expect(text).toBe(`${JSON.stringify(JSON.parse(text), null, 2)}\n`)
    }
  })

  it('is saved in slices, because it may be long', async () => {
    const clock = fakeClock()
    clock.perLook = 1
    const session = makeSession(null, clock, null)
    const many = Array.from({ length: 100 }, (_, at) => chromeEntry({ ...blocked, at }))
    const read = session.readFiles([{ name: 'a.har', blob: new Blob([harText(many)]) }])
    await waitFor(async () => {
      await clock.pass(1000)
      return session.store.get().diagnoses.length === many.length
    }, 'the recording to be read')
    await read
    for (const what of ['markdown', 'json', 'har'] as const) {
      let saved: Blob | null = null
      session.saveAll(what, false).then((file) => {
        saved = file
      })
      await clock.pass(50)
      expect(saved).toBeNull()
      await clock.pass(10_000)
      expect(saved).not.toBeNull()
    }
  })

  it('of several recordings is one', async () => {
    const session = await sessionWith(harText([chromeEntry(blocked)]), harText([chromeEntry(blocked)]))
    expect(await session.exportAll('markdown', false)).toContain('1 problem in 2 requests')
    expect(JSON.parse(await session.exportAll('json', false)).sources).toHaveLength(2)
    expect(JSON.parse(await session.exportAll('har', false)).log.entries).toHaveLength(2)
  })

  it.each(['markdown', 'json', 'har'] as const)(
    'holds no secret as %s unless it is asked for',
    async (what) => {
      const session = await sessionWith(harText([chromeEntry(blocked)]))
      expect(await session.exportAll(what, false)).not.toContain(SECRET)
      expect(await session.exportAll(what, true)).toContain(SECRET)
    },
  )
})
