import type { Implementation } from '../../../src/fetch/implementation.ts'
import type { EngineCase } from '../engine-case.ts'
import { api, cdn, example, hop, page, redirectTo } from './example.ts'

/** One way in which engines differ from the standard, or from each other. */
export interface Row {
  readonly property: keyof Implementation
  readonly title: string
  /** What the standard says, as one sentence. */
  readonly standard: string
  /** What the engines do that do otherwise, by their names in the page. */
  readonly deviating: readonly (readonly [
    engine: 'Chromium' | 'Firefox' | 'WebKit' | 'WebKitGTK',
    what: string,
  ])[]
  /** Cases that show it; none where no single fetch can. */
  readonly examples: readonly (readonly [what: string, engineCase: EngineCase])[]
}

const PREFLIGHTED = { headers: [['X-A', '1']] } as const

/** The rows of the page, in the order in which a fetch comes to them. */
export const rows: readonly Row[] = [
  {
    property: 'combinesRequestHeaders',
    title: 'A header that script sets twice',
    standard: 'Each of the two is judged by itself; both can be CORS-safelisted.',
    deviating: [
      ['Chromium', 'judges one header with both values, joined by a comma'],
      ['WebKit', 'the same'],
    ],
    examples: [
      [
        '`Content-Type: text/plain`, appended a second time',
        example(
          {
            headers: [
              ['Content-Type', 'text/plain'],
              ['Content-Type', 'text/plain'],
            ],
          },
          hop(api),
        ),
      ],
    ],
  },
  {
    property: 'dropsRequestHeader',
    title: '`User-Agent`, set by script',
    standard: 'It is sent, and is not CORS-safelisted: a preflight asks for it.',
    deviating: [['Chromium', 'drops it without a word']],
    examples: [['`User-Agent: x`', example({ headers: [['User-Agent', 'x']] }, hop(api))]],
  },
  {
    property: 'whyNotSafelisted',
    title: 'Which request headers are CORS-safelisted',
    standard:
      '`Accept`, `Accept-Language`, `Content-Language`, `Content-Type` and a simple `Range`, within limits of their values.',
    deviating: [
      [
        'Chromium',
        'also `DPR`, `Width`, `Viewport-Width`, `Device-Memory`, `Downlink`, `RTT`, `ECT`, `Save-Data` and `Intervention`, with values that it would send itself; no `Range` with a number above 2^63 - 2',
      ],
      ['WebKit', 'a `Range` with its unit in any case, and with a plus sign before its numbers'],
    ],
    examples: [
      ['`DPR: 2`', example({ headers: [['DPR', '2']] }, hop(api))],
      ['`Range: Bytes=0-99`', example({ headers: [['Range', 'Bytes=0-99']] }, hop(api))],
    ],
  },
  {
    property: 'uploadListenerNeedsBody',
    title: 'A listener for upload progress, and nothing to upload',
    standard: 'The listener alone forces a preflight.',
    deviating: [['Chromium', 'only with a body']],
    examples: [
      [
        'XMLHttpRequest, GET, `xhr.upload.onprogress`',
        example({ api: 'xhr', uploadListener: true }, hop(api)),
      ],
    ],
  },
  {
    property: 'preflightChecks',
    title: 'The order of the checks of a preflight response',
    standard: 'CORS check, ok status, both lists parse, method, header names.',
    deviating: [
      ['Chromium', 'a redirect is refused before all else'],
      ['Firefox', 'parses the methods and looks the method up before it parses the header names'],
      ['WebKit', 'looks at the status before the CORS check'],
    ],
    examples: [
      [
        'status 404 without any CORS header',
        example(PREFLIGHTED, hop(api, undefined, { status: 404, headers: [] })),
      ],
      [
        'a redirect without any CORS header',
        example(PREFLIGHTED, hop(api, undefined, { status: 301, headers: [['Location', '$next']] })),
      ],
      [
        'the method is not listed, and the header names do not parse',
        example(
          { method: 'PUT', ...PREFLIGHTED },
          hop(api, undefined, {
            headers: [
              ['Access-Control-Allow-Origin', '*'],
              ['Access-Control-Allow-Methods', 'DELETE'],
              ['Access-Control-Allow-Headers', 'x a'],
            ],
          }),
        ),
      ],
    ],
  },
  {
    property: 'flagSubstitutesMethods',
    title: 'A preflight that the upload listener forced, answered without `Access-Control-Allow-Methods`',
    standard: 'Its method counts as listed.',
    deviating: [
      ['Chromium', 'it does not'],
      ['Firefox', 'it does not'],
      ['WebKit', 'it does not'],
    ],
    examples: [
      [
        'XMLHttpRequest, PUT, `xhr.upload.onprogress`',
        example(
          { api: 'xhr', method: 'PUT', body: 'x', uploadListener: true },
          hop(api, undefined, {
            headers: [
              ['Access-Control-Allow-Origin', '*'],
              ['Access-Control-Allow-Headers', '*'],
            ],
          }),
        ),
      ],
    ],
  },
  {
    property: 'wildcardCoversAuthorization',
    title: '`Access-Control-Allow-Headers: *` and `Authorization`',
    standard: '`*` does not cover `Authorization`; it has to be named.',
    deviating: [
      ['Chromium', '`*` covers it'],
      ['Firefox', '`*` covers it, with a warning in the console'],
      ['WebKit', '`*` covers it'],
    ],
    examples: [
      ['`Authorization: Bearer x`', example({ headers: [['Authorization', 'Bearer x']] }, hop(api))],
    ],
  },
  {
    property: 'maxAgeLimit',
    title: 'How long a preflight is remembered at most',
    standard: 'As long as `Access-Control-Max-Age` says; an implementation may set a limit.',
    deviating: [
      ['Chromium', '7,200 seconds'],
      ['Firefox', '86,400 seconds'],
      ['WebKit', '600 seconds'],
    ],
    examples: [],
  },
  {
    property: 'refusesTarget',
    title: 'A redirect to what cannot be followed',
    standard: 'The CORS check of the response comes first, then the redirect mode, then where it leads.',
    deviating: [
      ['Chromium', 'a `Location` that is not a URL fails before all else'],
      [
        'Firefox',
        'what is not a URL, `data:`, `file:`, `blob:`, `javascript:`, `ws:` and mixed content fail before the CORS check',
      ],
      ['WebKit', '`ftp:` fails before all else'],
    ],
    examples: [
      [
        'no CORS header, `Location: http://[`',
        example({}, hop(api, { status: 302, headers: [['Location', 'http://[']] })),
      ],
      [
        'no CORS header, `Location: data:text/plain,x`',
        example({}, hop(api, { status: 302, headers: [['Location', 'data:text/plain,x']] })),
      ],
      [
        'no CORS header, `Location: ftp://x.test/`',
        example({}, hop(api, { status: 302, headers: [['Location', 'ftp://x.test/']] })),
      ],
    ],
  },
  {
    property: 'errorModeNeedsLocation',
    title: '`redirect: "error"` and a redirect status without `Location`',
    standard: 'The status alone decides: a network error.',
    deviating: [
      ['Chromium', 'no redirect without `Location`: the response is allowed'],
      ['WebKit', 'the same'],
    ],
    examples: [
      ['status 302 without `Location`', example({ redirect: 'error' }, hop(api, { status: 302 }))],
      ['the same with `redirect: "manual"`', example({ redirect: 'manual' }, hop(api, { status: 302 }))],
    ],
  },
  {
    property: 'emptyLocation',
    title: 'A redirect with an empty `Location`',
    standard: 'It leads to the URL that was asked for, again and again.',
    deviating: [
      ['Chromium', 'no redirect: the response is allowed'],
      ['WebKitGTK', 'a network error where it should be followed, no redirect elsewhere'],
    ],
    examples: [['status 302, `Location:` without a value', example({}, hop(api, redirectTo('', 302)))]],
  },
  {
    property: 'refusesCredentialsBeforeRedirectMode',
    title: '`redirect: "error"` and a `Location` with user name and password',
    standard: 'The redirect mode is asked first.',
    deviating: [['Chromium', 'refuses the credentials first, and says so']],
    examples: [
      [
        '`Location: https://user:secret@…`',
        example({ redirect: 'error' }, hop(api, redirectTo('$next-with-userinfo', 302)), hop(api)),
      ],
    ],
  },
  {
    property: 'refusesEmbeddedCredentials',
    title: 'A redirect to a URL with user name and password, where no rule of CORS forbids it',
    standard: 'It is followed.',
    deviating: [['Chromium', 'refuses it for everything but XMLHttpRequest']],
    examples: [
      [
        'from the page’s own origin to itself',
        example({}, hop(page, redirectTo('$next-with-userinfo', 302)), hop(page)),
      ],
    ],
  },
  {
    property: 'redirectTurnsDeleteIntoGet',
    title: 'DELETE, redirected to another origin',
    standard: 'It stays DELETE, but after a 303.',
    deviating: [['WebKitGTK', 'becomes GET after every redirect; Safari is not known to do so']],
    examples: [['status 307', example({ method: 'DELETE' }, hop(api, redirectTo('$next', 307)), hop(cdn))]],
  },
  {
    property: 'preflightsRestOfChain',
    title: 'After a preflighted request, a redirect to what needs no preflight',
    standard: 'No preflight.',
    deviating: [
      ['Firefox', 'every later request of the chain is preflighted'],
      ['WebKit', 'the same'],
    ],
    examples: [['PUT, status 303', example({ method: 'PUT' }, hop(api, redirectTo('$next', 303)), hop(api))]],
  },
  {
    property: 'countsRemovedHeaders',
    title: 'Headers that a redirect removes',
    standard: 'They are gone, and no preflight asks for them.',
    deviating: [['WebKit', 'the next preflight asks for them nevertheless']],
    examples: [
      [
        'POST with `Content-Type: application/json`, status 303',
        example(
          { method: 'POST', body: '{}', headers: [['Content-Type', 'application/json']] },
          hop(api, redirectTo('$next', 303)),
          hop(api, undefined, {
            headers: [['Access-Control-Allow-Origin', '*']],
          }),
        ),
      ],
    ],
  },
  {
    property: 'dropsOnRedirectAway',
    title: 'Client hints, redirected away from the page’s origin',
    standard: 'They stay, and a preflight asks for them.',
    deviating: [
      ['Chromium', 'removes `DPR`, `Width`, `Viewport-Width`, `Device-Memory`, `Downlink`, `RTT` and `ECT`'],
    ],
    examples: [
      [
        '`DPR: large`, status 302',
        example({ headers: [['DPR', 'large']] }, hop(api, redirectTo('$next', 302)), hop(cdn)),
      ],
    ],
  },
  {
    property: 'preflightIgnoresTaint',
    title: 'The `Origin` of a preflight after a redirect from one foreign origin to another',
    standard: '`null`, as the request itself has it.',
    deviating: [
      [
        'Firefox',
        'the page’s origin; the request itself has `null`, so that no fixed value passes both, and a preflight to the page’s own origin needs no CORS headers',
      ],
    ],
    examples: [
      [
        'PUT, status 307, the target allows `null`',
        example(
          { method: 'PUT' },
          hop(api, redirectTo('$next', 307)),
          hop(
            cdn,
            { headers: [['Access-Control-Allow-Origin', 'null']] },
            {
              headers: [
                ['Access-Control-Allow-Origin', 'null'],
                ['Access-Control-Allow-Methods', 'PUT'],
              ],
            },
          ),
        ),
      ],
    ],
  },
  {
    property: 'checksRedirectWithStartCredentials',
    title: 'A chain that began same-origin, without `credentials: "include"`',
    standard: 'Responses of other origins are checked without credentials.',
    deviating: [
      [
        'WebKit',
        'a redirect of another origin is checked with credentials: `*` will not do, and `Access-Control-Allow-Credentials` is needed',
      ],
    ],
    examples: [
      [
        'page > API > API, `Access-Control-Allow-Origin: *` on the second redirect',
        example(
          {},
          hop(page, redirectTo('$next', 302)),
          hop(api, {
            status: 302,
            headers: [
              ['Access-Control-Allow-Origin', '*'],
              ['Location', '$next'],
            ],
          }),
          hop(api),
        ),
      ],
    ],
  },
]
