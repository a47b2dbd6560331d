import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { type Diagnosis, diagnose, diagnoseInSteps, emptyMemory } from '../../src/diagnose.ts'
import { readHarText } from '../../src/har/read-har.ts'
import { atOnce } from '../../src/in-steps.ts'
import { isAmong, isUnchanged, noting, type Reader, siblingsAmong } from '../../src/reading/siblings.ts'
import { chromeEntry, verdictsOf } from '../make-har.ts'

const byStatus: Reader = { shelf: ({ path }) => path, by: ({ entry }) => entry.response.status }
const all: Reader = { shelf: () => '', by: ({ entry }) => entry.response.status }

/** Verdicts on one GET per status, in this order. */
const verdicts = (...statuses: readonly number[]) =>
  verdictsOf(statuses.map((status, i) => chromeEntry({ status, at: i * 100, url: `https://api.test/${i}` })))

const statuses = (answers: ReturnType<ReturnType<typeof siblingsAmong>['read']>) =>
  answers.map(({ entry }) => entry.response.status)

describe('siblings', () => {
  it('keep the first two fetches of those that a reader finds alike', () => {
    const siblings = siblingsAmong(verdicts(200, 404, 200, 200, 404, 500))
    expect(statuses(siblings.read(all))).toEqual([200, 404, 200, 404, 500])
    expect(siblings.read(all).map(({ path }) => path)).toEqual(['/0', '/1', '/2', '/4', '/5'])
  })

  it('tell whose responses were read', () => {
    const [one, two, three] = verdicts(200, 200, 200)
    if (one === undefined || two === undefined || three === undefined) throw new Error()
    const { siblings, reading } = noting(siblingsAmong([one, two, three]))
    expect(isAmong(one, reading)).toBe(false)
    siblings.read(all)
    expect([one, two, three].map((verdict) => isAmong(verdict, reading))).toEqual([true, true, false])
  })

  it('lie on shelves', () => {
    const siblings = siblingsAmong(verdicts(200, 404))
    expect(statuses(siblings.read(byStatus, '/1'))).toEqual([404])
    expect(siblings.read(byStatus, '/none')).toEqual([])
  })

  it('are kept by something else than the fetch, and no longer than a reader wants, if it says so', () => {
    const siblings = siblingsAmong(verdicts(200, 200, 404, 500))
    expect(statuses(siblings.read({ ...all, of: () => 'the same' }))).toEqual([200, 404, 500])
    expect(statuses(siblings.read({ ...all, most: 3 }))).toEqual([200, 200, 404])
  })

  it('give the same list until an unlike answer comes', () => {
    const grown = verdicts(200, 404, 200, 200, 200, 500)
    const siblings = siblingsAmong(grown.slice(0, 4))
    const before = siblings.read(all)
    expect(atOnce(siblings.update(grown.slice(0, 5)))).toBe(false)
    expect(siblings.read(all)).toBe(before)
    expect(atOnce(siblings.update(grown))).toBe(true)
    expect(statuses(siblings.read(all))).toEqual([200, 404, 200, 500])
    expect(statuses(before)).toEqual([200, 404, 200])
  })

  it('can be read between the steps of a round, and such a list does not change any more', () => {
    const grown = verdicts(...Array.from({ length: 1200 }, (_, i) => 200 + (i % 350)))
    const siblings = siblingsAmong(grown.slice(0, 10))
    siblings.read(all)
    const lists: [ReturnType<typeof siblings.read>, number][] = []
    const work = siblings.update(grown)
    for (let step = work.next(); step.done !== true; step = work.next()) {
      const list = siblings.read(all)
      lists.push([list, list.length])
    }
    expect(lists.length).toBeGreaterThan(2)
    for (const [list, length] of lists) expect(list).toHaveLength(length)
    expect(statuses(siblings.read(all))).toEqual(statuses(siblingsAmong(grown).read(all)))
  })

  it('give the same list where a fetch that nobody kept is another now', () => {
    const [one, two, three, four] = verdicts(200, 200, 200, 404)
    if (one === undefined || two === undefined || three === undefined || four === undefined) throw new Error()
    const siblings = siblingsAmong([one, two, three, four])
    const [list, shelf] = [siblings.read(all), siblings.read(byStatus, '/0')]
    expect(atOnce(siblings.update([one, two, four]))).toBe(true)
    expect(siblings.read(all)).toBe(list)
    expect(atOnce(siblings.update([two, three, four]))).toBe(true)
    expect(statuses(siblings.read(all))).toEqual([200, 200, 404])
    expect(siblings.read(all)).not.toBe(list)
    expect(shelf).toHaveLength(1)
    expect(siblings.read(byStatus, '/0')).toEqual([])
  })

  it('tell whether what was read still reads the same', () => {
    const grown = verdicts(200, 404, 500)
    const growing = siblingsAmong(grown.slice(0, 1))
    const { siblings, reading } = noting(growing)
    siblings.read(byStatus, '/0')
    siblings.read(byStatus, '/2')
    atOnce(growing.update(grown.slice(0, 2)))
    expect(isUnchanged(reading, growing)).toBe(true)
    atOnce(growing.update(grown))
    expect(isUnchanged(reading, growing)).toBe(false)
  })

  it('have a reader throw whenever it is asked, and never else', () => {
    const grown = verdicts(200, 404)
    const siblings = siblingsAmong(grown.slice(0, 1))
    const broken: Reader = {
      shelf: () => '',
      by: ({ entry }) => {
        if (entry.response.status === 404) throw new Error('broken')
        return ''
      },
    }
    expect(statuses(siblings.read(broken))).toEqual([200])
    expect(atOnce(siblings.update(grown))).toBe(true)
    expect(() => siblings.read(broken)).toThrow('broken')
  })

  it('ask a reader about each answer once, however many there are and however often it reads', () => {
    const many = verdicts(...Array.from({ length: 2000 }, (_, i) => (i % 2 === 0 ? 200 : 404)))
    let asked = 0
    const counting: Reader = { ...all, by: (answer) => [asked++, all.by(answer)].slice(1) }
    const siblings = siblingsAmong(many.slice(0, 1999))
    for (let i = 0; i < 2000; i++) siblings.read(counting)
    atOnce(siblings.update(many))
    for (let i = 0; i < 2000; i++) siblings.read(counting)
    expect(asked).toBe(2000)
    expect(siblings.read(counting)).toHaveLength(4)
  })
})

/** Reads entries as Chrome's tools would have exported them. */
const recorded = (entries: readonly object[]) =>
  readHarText(
    JSON.stringify({
      log: { version: '1.2', creator: { name: 'WebInspector', version: '537.36' }, entries },
    }),
    0,
    'made-up.har',
  )

describe('a diagnosis', () => {
  const options = { engine: null, show: (value: string) => value }
  const har = JSON.parse(
    readFileSync(new URL('../recordings/cookie-set-by-a-like-response.har', import.meta.url), 'utf8'),
  )
  const cautionsOf = (entries: readonly object[]) => {
    const { recording, entries: read } = recorded(entries)
    return diagnose(recording, read, options)
      .at(-1)
      ?.cautions.map(({ id }) => id)
  }

  it('knows of a cookie that was set by a response like an earlier one in all else', () => {
    const [like, set, refused] = har.log.entries
    expect(cautionsOf([like, set, refused])).toEqual(['cookie-withheld'])
    expect(cautionsOf([set, refused])).toEqual(['cookie-withheld'])
    expect(cautionsOf([like, refused])).toEqual([])
  })

  it('knows of a cookie that was set after hundreds of different responses', () => {
    const [like, set, refused] = har.log.entries
    const others = Array.from({ length: 300 }, (_, i) => ({
      ...like,
      request: { ...like.request, url: `${like.request.url}/${i}` },
    }))
    expect(cautionsOf([...others, set, refused])).toEqual(['cookie-withheld'])
  })

  it('knows of a server that only a late response shows', () => {
    const ok = (i: number, response = {}) =>
      chromeEntry({ at: i, url: `https://api.test/${i % 3}`, response: { 'X-Served': 'a', ...response } })
    const entries = [...Array.from({ length: 5 }, (_, i) => ok(i)), ok(6, { 'X-Powered-By': 'Express' })]
    const { recording, entries: read } = recorded([
      ...entries,
      chromeEntry({ at: 9, error: 'net::ERR_FAILED' }),
    ])
    const guesses = diagnose(recording, read, options).at(-1)?.plan?.frameworks ?? []
    expect(guesses.map(({ framework }) => framework)).toContain('express')
  })

  it('stays the same object while nothing that it was read from changes', () => {
    const { recording, entries } = recorded(
      Array.from({ length: 6 }, (_, i) =>
        chromeEntry({ at: i * 100, error: 'net::ERR_FAILED', status: i === 5 ? 404 : 200 }),
      ),
    )
    const memory = emptyMemory()
    const rounds = [4, 5, 6].map((count) => {
      const diagnoses = atOnce(diagnoseInSteps(recording, entries.slice(0, count), options, memory))
      // What nobody has read rests on nothing yet.
      for (const { rootCauses } of diagnoses) expect(rootCauses).toBeDefined()
      return diagnoses
    })
    const [first = [], second = [], third = []] = rounds
    expect(first).toHaveLength(4)
    for (const [i, diagnosis] of first.entries()) expect(second[i]).toBe(diagnosis)
    expect(third[0]).not.toBe(first[0])
    const causes = (diagnoses: readonly Diagnosis[]) => diagnoses.map(({ rootCauses }) => rootCauses)
    expect(causes(third)).toEqual(causes(diagnose(recording, entries, options)))
  })

  it('is read as of the last round, however long ago it was made', () => {
    const { recording, entries } = recorded(
      Array.from({ length: 6 }, (_, i) =>
        chromeEntry({ at: i * 100, error: 'net::ERR_FAILED', status: i === 5 ? 404 : 200 }),
      ),
    )
    const memory = emptyMemory()
    const [first = []] = [4, 5, 6].map((count) =>
      atOnce(diagnoseInSteps(recording, entries.slice(0, count), options, memory)),
    )
    const whole = diagnose(recording, entries, options)
    expect(first[0]?.rootCauses).toEqual(whole[0]?.rootCauses)
    expect(first[0]?.plan).toEqual(whole[0]?.plan)
  })
})
