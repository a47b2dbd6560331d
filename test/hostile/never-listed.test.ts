import { expect, it } from 'vitest'
import { readHarText } from '../../src/har/read-har.ts'
import { curlOf, redactionFor } from '../../src/internal.ts'
import { whycors } from '../cli/run-whycors.ts'
import { chromeEntry, chromePreflight, harText } from '../make-har.ts'
import { beside, ORIGINS } from './cases/planted.ts'

const refused = (method: string, asks: string): string =>
  harText([
    chromePreflight({ method, asks, response: { 'Access-Control-Allow-Origin': 'https://app.example' } }),
    chromeEntry({ method, status: 0, error: 'net::ERR_FAILED' }),
  ])

it.each([
  ['PU T', 'x-a', /which no server can allow\./],
  ['PU,,,,', 'x-a', /which no server can allow\./],
  ['POST', 'x 1,y:2,z', /No server can list `x 1` or `y:2`: they aren't header names\./],
  [
    'POST',
    Array.from({ length: 300 }, (_, i) => `x ${i}`).join(),
    /and 276 more: they aren't header names\./,
  ],
])('what no list can hold (%s, %s) is said once, and nothing comes after it', async (method, asks, says) => {
  const { out } = await whycors(['--all', 'a.har'], { 'a.har': refused(method, asks) })
  const words = out.replace(/\n +/g, ' ')
  expect(words).toMatch(says)
  expect(words.match(/aren't header names|isn't one method name/g)).toHaveLength(1)
  expect(words).not.toContain('is invalid at')
  expect(words).toContain('No server response would help; change the page.')
})

it.each(ORIGINS.filter(([, page]) => URL.canParse(page)))(
  'a policy leaves out the origin of %s (%s), and says why',
  async (_, page) => {
    const { out, err } = await whycors(['fix', '--for', 'express', 'a.har'], { 'a.har': beside(page) })
    expect(out).toContain("origin: ['https://shop.example'],")
    expect(out).not.toContain(new URL(page).hostname === 'shop.example' ? 'http://' : new URL(page).hostname)
    if (new URL(page).origin === page) expect(err).toContain(`Left out: \`${page}\`, because it`)
  },
)

it.each(['file:///etc/passwd', 'gopher://a.test/x', 'ftp://a.test/', 'javascript:alert(1)', 'data:,x'])(
  'no curl command calls %s',
  (url) => {
    const har = JSON.parse(harText([chromeEntry({ error: 'net::ERR_FAILED' })]))
    har.log.entries[0].request.url = url
    const [entry] = readHarText(JSON.stringify(har), 0, 'a.har').entries
    const options = { redaction: redactionFor(false), body: null, origin: null, shell: 'bash' } as const
    expect(entry === undefined ? null : curlOf(entry, options)).toBe(null)
  },
)
