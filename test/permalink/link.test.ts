import { readFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Diagnosis, diagnose } from '../../src/diagnose.ts'
import { exchangeId } from '../../src/evidence/exchange.ts'
import { readHarText } from '../../src/har/read-har.ts'
import { harOfLink, LinkError, linkOf } from '../../src/permalink/link.ts'
import { redactionFor } from '../../src/redact/redaction-for.ts'
import { failingChecks } from '../../src/verdict/failing-checks.ts'

const RECORDINGS = [
  'chromium-generated-live',
  'chromium-export-sensitive',
  'firefox-generated-gethar',
  'firefox-live',
  'chrome-har',
]

function judged(text: string): readonly Diagnosis[] {
  const { recording, entries } = readHarText(text, 0, 'a.har')
  return diagnose(recording, entries, { engine: null, show: (value) => value })
}

const said = ({ verdict }: Diagnosis): string =>
  [verdict.type, ...failingChecks(verdict).map(({ finding }) => finding.rule.id)].join(' ')

/** What a link says: the fetch that its first entry belongs to. */
function saidBy(link: string): string {
  const diagnoses = judged(JSON.stringify(harOfLink(link)))
  const own = diagnoses.find(({ verdict }) => exchangeId(verdict.exchange) === '0:0') ?? diagnoses[0]
  return own === undefined ? '' : said(own)
}

describe.each(RECORDINGS)('links to what %s holds', (name) => {
  const text = gunzipSync(readFileSync(`test/oracle/recordings/${name}.har.gz`)).toString('utf8')
  const { entries } = readHarText(text, 0, 'a.har')
  const redaction = redactionFor(false)
  for (const entry of entries) redaction.note(entry)
  const blocked = judged(text).filter(
    ({ verdict }) => verdict.type !== 'not-cors' && verdict.type !== 'shared',
  )
  const links = blocked.map(({ verdict }) => linkOf(verdict.exchange, redaction))

  it('lead to the same verdict and failing checks, but for what only the rest of the recording tells', () => {
    expect(blocked.length).toBeGreaterThan(20)
    const different = blocked.filter((one, i) => saidBy(links[i] ?? '') !== said(one))
    expect(different.length / blocked.length).toBeLessThan(0.03)
  })

  it('are shorter than 1 kB, but for the longest', () => {
    const lengths = links.map(({ length }) => length).sort((a, b) => a - b)
    expect(lengths[lengths.length >> 1]).toBeLessThan(600)
    expect(lengths[Math.floor(lengths.length * 0.95)]).toBeLessThan(1000)
  })
})

const SECRET = 'hunter2-is-my-very-secret-password'

/** A request that has a secret wherever one can be. */
const planted = (where: string, value: string) => ({
  log: {
    creator: { name: 'WebInspector', version: '537.36' },
    pages: [{ id: 'page_1', title: `https://app.test/private/${SECRET}?token=${SECRET}` }],
    entries: [
      {
        pageref: 'page_1',
        startedDateTime: '2026-01-01T00:00:00Z',
        request: {
          method: 'PUT',
          url: `https://joe:${SECRET}@api.test/items?access_token=${SECRET}#id_token=${SECRET}`,
          headers: [
            { name: 'Origin', value: 'https://app.test' },
            { name: 'Cookie', value: `session=${SECRET}` },
            { name: 'Authorization', value: `Bearer ${SECRET}` },
            { name: 'X-Api-Key', value: SECRET },
            { name: 'Referer', value: `https://app.test/reset/${SECRET}?code=${SECRET}` },
            { name: where, value },
          ],
          postData: { text: SECRET },
        },
        response: {
          status: 500,
          statusText: `token=${SECRET}`,
          headers: [
            { name: 'Set-Cookie', value: `session=${SECRET}` },
            { name: 'X-Echo', value: `Bearer ${SECRET}` },
            { name: where, value },
          ],
          content: { text: SECRET, mimeType: `text/plain; token=${SECRET}` },
          redirectURL: `https://api.test/?token=${SECRET}`,
          _error: 'net::ERR_FAILED',
        },
      },
    ],
  },
})

it('no secret gets into a link', () => {
  const name = fc.constantFrom(
    'X-Trace',
    'Location',
    'X-Client-Id',
    'Server-Timing',
    'Access-Control-Allow-Headers',
  )
  const value = fc.constantFrom(SECRET, `a=${SECRET}`, encodeURIComponent(`https://x.test/?token=${SECRET}`))
  fc.assert(
    fc.property(name, value, (where, text) => {
      const { recording, entries } = readHarText(JSON.stringify(planted(where, text)), 0, 'a.har')
      const redaction = redactionFor(false)
      for (const entry of entries) redaction.note(entry)
      const [one] = diagnose(recording, entries, { engine: null, show: (shown) => shown })
      if (one === undefined) throw new Error('no fetch')
      const held = JSON.stringify(harOfLink(linkOf(one.verdict.exchange, redaction)))
      expect(held).not.toContain('hunter2')
      expect(held).not.toContain('/private/')
    }),
  )
})

describe('a link that is none', () => {
  it.each(['', 'a', 'zabc', 'a!!!', 'aAAAA', `a${'A'.repeat(300_000)}`])('%.20s', (link) =>
    expect(() => harOfLink(link)).toThrow(LinkError),
  )

  it('or was changed, is refused or gives a recording that can be read', () =>
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'abcXYZ019-_'), maxLength: 200 }), (tail) => {
        try {
          judged(JSON.stringify(harOfLink(`a${tail}`)))
        } catch (error) {
          expect(error).toBeInstanceOf(LinkError)
        }
      }),
    ))
})
