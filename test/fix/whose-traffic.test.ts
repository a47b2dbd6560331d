import { describe, expect, it } from 'vitest'
import { servedText } from '../../src/explain/served-text.ts'
import { mergePolicies } from '../../src/fix/policy/merge-policies.ts'
import { readHarText } from '../../src/har/read-har.ts'
import { explain, fix } from '../../src/index.ts'
import { plain } from '../../src/text/plain.ts'
import { whycors } from '../cli/run-whycors.ts'
import { diagnosesOf } from '../diagnoses-of.ts'
import { harText } from '../make-har.ts'

const SHOP = 'https://shop.example'
const ITEMS = 'https://api.test/items'
const AD = 'https://ads.other'
type Headers = Readonly<Record<string, string>>
const listed = (headers: Headers) => Object.entries(headers).map(([name, value]) => ({ name, value }))
/** An entry as a proxy writes it: without pages, and all headers as they were sent. */
const entry = (method: string, url: string, status: number, sent: Headers, received: Headers) => ({
  startedDateTime: '2026-01-01T00:00:00.000Z',
  time: 5,
  request: { method, url, headers: listed(sent) },
  response: { status, headers: listed(received), content: { mimeType: received['Content-Type'] ?? '' } },
})
const get = (page: string) =>
  entry('GET', 'https://api.test/cart', 200, { Origin: page, 'Sec-Fetch-Mode': 'cors' }, {})
const opens = (page: string, dest: string, status = 200) =>
  entry('GET', `${page}/`, status, { 'Sec-Fetch-Dest': dest }, { 'Content-Type': 'text/html; charset=utf-8' })
const merged = (...entries: readonly object[]) => {
  const read = readHarText(harText(entries), 0, 'proxy.har')
  const [only] = mergePolicies(
    diagnosesOf(read.recording, read.entries, { engine: null, show: (value) => value }),
  )
  if (only === undefined) throw new Error('nothing to allow')
  return only
}
const allowed = (...entries: readonly object[]) => merged(...entries).policy.origins
const busyAd = [get(SHOP), get(AD), get(AD), get(AD)]

describe('without a list of pages', () => {
  it('the page that was opened is the inspected one, however busy a frame was', () => {
    expect(allowed(opens(SHOP, 'document'), opens(AD, 'iframe'), ...busyAd)).toEqual([SHOP])
  })

  it('pages that were opened on the way, such as for a login, don’t matter', () => {
    const login = opens('https://login.example', 'document')
    expect(allowed(login, opens(SHOP, 'document'), ...busyAd)).toEqual([SHOP])
  })

  it('a redirect opens no page', () => {
    expect(allowed(opens(AD, 'document', 302), opens(SHOP, 'document'), ...busyAd)).toEqual([SHOP])
  })

  it('if none was opened, the page with most blocked requests is the inspected one', () => {
    expect(allowed(opens(AD, 'iframe'), ...busyAd)).toEqual([AD])
  })
})

describe('a request of a frame in another site’s page', () => {
  const inPage = (page: string, own: string) => {
    const har = JSON.parse(harText([{ ...get(own), pageref: 'page_1' }]))
    har.log.pages = [{ id: 'page_1', title: `${page}/`, startedDateTime: '2026-01-01T00:00:00.000Z' }]
    return JSON.stringify(har)
  }
  const ASKS = "Allow `https://ads.other` only if it's yours: the page is `https://shop.example`."

  it('gets a configuration, with the question whose it is above the code', async () => {
    const { err } = await whycors(['fix', 'a.har', '--for', 'express'], { 'a.har': inPage(SHOP, AD) })
    expect(err.split('\n')[1]).toBe(ASKS)
  })

  it('is one of another origin that is left out: it says how to add it', async () => {
    const har = harText([opens(SHOP, 'document'), ...busyAd])
    const { err } = await whycors(['fix', 'a.har', '--for', 'express'], { 'a.har': har })
    expect(err.split('\n')[1]).toBe(
      `Left out: \`${AD}\`, because it belongs to another site than \`${SHOP}\`. If it's yours, add it with \`--policy origins+=\`.`,
    )
  })

  it('is explained with that question', async () => {
    const [exchange] = (await explain(inPage(SHOP, AD))).exchanges
    expect(exchange?.plan?.why).toContain(ASKS)
  })

  it.each([
    ['the page’s own', SHOP, SHOP],
    ['a frame of the same site', SHOP, 'https://widgets.shop.example'],
    ['a development server’s', 'http://localhost:3000', 'http://127.0.0.1:5173'],
    ['that of a page opened from disk', 'file:///page.html', AD],
  ])('there is no question about %s', async (_, page, own) => {
    const [exchange] = (await explain(inPage(page, own))).exchanges
    expect(exchange?.plan?.why).not.toMatch(/only if it's yours/)
  })
})

describe('what the library writes', () => {
  const har = harText([opens(SHOP, 'document'), ...busyAd])

  it('names the origins that it leaves out', async () => {
    const [one] = await fix(har, { for: 'express' })
    expect(one?.leftOut).toEqual([
      { origin: AD, why: 'it belongs to another site than `https://shop.example`' },
    ])
  })

  it('no longer does so once they are added', async () => {
    const [one] = await fix(har, { for: 'express', addOrigins: [AD] })
    expect(one).not.toHaveProperty('leftOut')
    expect(one?.policy.origins).toEqual([SHOP, AD])
  })
})

describe('the promise of a policy', () => {
  const promised = async (entries: readonly object[], ...policy: readonly string[]) => {
    const { err } = await whycors(['fix', 'a.har', '--for', 'express', ...policy], {
      'a.har': harText(entries),
    })
    return err.split('\n').find((line) => line.startsWith('With this policy'))
  }
  const shared = 'With this policy, Chrome, Firefox and Safari would all allow'

  it('says whose request it is about if other origins are left out', async () => {
    const opened = [opens(SHOP, 'document'), ...busyAd]
    expect(await promised(opened)).toContain(`${shared} the request from \`${SHOP}\`.`)
    expect(await promised([...opened, get(SHOP)])).toContain(`${shared} the 2 requests from \`${SHOP}\`.`)
    expect(await promised(opened, '--policy', 'origins=https://b.example')).toContain(
      `${shared} 0 of 1 requests from \`${SHOP}\`; not \`GET /cart\`.`,
    )
  })

  it('doesn’t where none is, or no longer', async () => {
    expect(await promised([get(SHOP)])).toContain(`${shared} the request.`)
    const opened = [opens(SHOP, 'document'), ...busyAd]
    expect(await promised(opened, '--policy', `origins+=${AD}`)).toContain(`${shared} the request.`)
    expect(await promised(opened, '--public')).toContain(`${shared} the request.`)
  })

  it('includes a request that is allowed unless it sends credentials, and says so', () => {
    const { policy, wishes } = merged(
      entry('GET', ITEMS, 200, { Origin: SHOP }, { 'Access-Control-Allow-Origin': '*' }),
      entry('POST', ITEMS, 500, { Origin: SHOP }, {}),
    )
    expect(plain(servedText(policy, wishes, []), (value) => value)).toBe(
      'With this policy, Chrome, Firefox and Safari would all allow the 2 requests. ' +
        "If the page sends `credentials: 'include'`, which wasn't recorded, allow credentials too.",
    )
  })
})
