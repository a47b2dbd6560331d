import { describe, expect, it } from 'vitest'
import type { FetchRequest } from '../../src/fetch/request.ts'
import { mainFetchSwitch, type ResponseTainting } from '../../src/fetch/response-tainting.ts'
import { API, fetchRequest, PAGE } from './records.ts'

const OWN = `${PAGE}/items`

describe('mainFetchSwitch', () => {
  it.each<[string, Partial<FetchRequest>, ResponseTainting, object]>([
    ['own origin', { urlList: [OWN] }, 'basic', { tainting: 'basic' }],
    [
      'own origin, mode "same-origin"',
      { urlList: [OWN], mode: 'same-origin' },
      'basic',
      { tainting: 'basic' },
    ],
    ['own origin, mode "no-cors"', { urlList: [OWN], mode: 'no-cors' }, 'basic', { tainting: 'basic' }],
    ['own origin after a foreign one', { urlList: [API, OWN] }, 'cors', { tainting: 'cors' }],
    ['foreign origin', {}, 'basic', { tainting: 'cors' }],
    ['foreign origin after the own one', { urlList: [OWN, API] }, 'basic', { tainting: 'cors' }],
    ['an opaque page has no own origin', { origin: 'null', urlList: [OWN] }, 'basic', { tainting: 'cors' }],
    ['a data: URL', { urlList: ['data:text/plain,x'] }, 'basic', { tainting: 'basic' }],
    ['mode "navigate"', { mode: 'navigate' }, 'basic', { tainting: 'basic' }],
    [
      'mode "websocket"',
      { mode: 'websocket', urlList: ['wss://api.example/'] },
      'basic',
      { tainting: 'basic' },
    ],
    ['mode "webtransport"', { mode: 'webtransport' }, 'basic', { tainting: 'basic' }],
    ['mode "same-origin"', { mode: 'same-origin' }, 'basic', { failed: 'main fetch: mode is same-origin' }],
    [
      'mode "same-origin", back at the own origin',
      { mode: 'same-origin', urlList: [API, OWN] },
      'cors',
      { failed: 'main fetch: mode is same-origin' },
    ],
    ['mode "no-cors"', { mode: 'no-cors' }, 'basic', { tainting: 'opaque' }],
    [
      'mode "no-cors", own origin again',
      { mode: 'no-cors', urlList: [API, OWN] },
      'opaque',
      { tainting: 'opaque' },
    ],
    [
      'mode "no-cors", redirect mode "error"',
      { mode: 'no-cors', redirectMode: 'error' },
      'basic',
      { failed: 'main fetch: no-cors and redirect mode is not follow' },
    ],
    [
      'mode "no-cors", redirect mode "manual"',
      { mode: 'no-cors', redirectMode: 'manual' },
      'basic',
      { failed: 'main fetch: no-cors and redirect mode is not follow' },
    ],
    ['a file', { urlList: ['file:///data.json'] }, 'basic', { failed: 'main fetch: scheme is not HTTP(S)' }],
    ['an own scheme', { urlList: ['myapp://x/'] }, 'basic', { failed: 'main fetch: scheme is not HTTP(S)' }],
    [
      'a blob of another origin',
      { urlList: ['blob:https://b.example/1'] },
      'basic',
      { failed: 'main fetch: scheme is not HTTP(S)' },
    ],
    [
      'a file, mode "same-origin"',
      { urlList: ['file:///x'], mode: 'same-origin' },
      'basic',
      { failed: 'main fetch: mode is same-origin' },
    ],
  ])('%s', (_, parts, tainting, next) => expect(mainFetchSwitch(fetchRequest(parts), tainting)).toEqual(next))
})
