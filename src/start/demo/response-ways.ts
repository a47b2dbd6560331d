import { express, gunicorn, nginx, spring } from './stacks.ts'
import type { Places, Way } from './way.ts'

const products = [{ id: 17, name: 'Kettle', price: 39.9 }]

/** Ways in which the response itself doesn't allow the page. */
export const responseWays = (at: Places): readonly Way[] => [
  {
    id: 'no-header',
    title: 'No CORS header at all',
    sentence: 'An Express server that nobody told about other origins.',
    calls: [{ to: 'catalog', path: '/api/products' }],
    routes: [{ at: 'catalog', path: '/api/products', actual: express(200, [], products) }],
    chromium: 'MissingAllowOriginHeader',
  },
  {
    id: 'wrong-port',
    title: 'The port of another project',
    sentence: 'The server still allows port 3000, where last year’s front end ran.',
    calls: [{ to: 'catalog', path: '/api/brands' }],
    routes: [
      {
        at: 'catalog',
        path: '/api/brands',
        actual: express(200, [allow(`http://localhost:3000`), vary], [{ id: 3, name: 'Acme' }]),
      },
    ],
    chromium: 'AllowOriginMismatch',
  },
  {
    id: 'wrong-scheme',
    title: 'http and https mixed up',
    sentence: 'Host and port are right, the scheme is not: that is another origin.',
    calls: [{ to: 'catalog', path: '/api/offers' }],
    routes: [
      {
        at: 'catalog',
        path: '/api/offers',
        actual: express(200, [allow(otherScheme(at.page)), vary], [{ id: 5, name: 'Two for one' }]),
      },
    ],
    chromium: 'AllowOriginMismatch',
  },
  {
    id: 'trailing-slash',
    title: 'A slash too many',
    sentence:
      'Someone copied the page’s URL from the address bar into CORS_ORIGIN, with the slash at its end.',
    calls: [{ to: 'catalog', path: '/api/categories' }],
    routes: [
      {
        at: 'catalog',
        path: '/api/categories',
        actual: express(200, [allow(`${at.page}/`), vary], ['Kitchen', 'Garden']),
      },
    ],
    chromium: 'AllowOriginMismatch',
  },
  {
    id: 'list-of-origins',
    title: 'A list of origins',
    sentence: 'A Django view sends all allowed origins in one header; it takes only one.',
    calls: [{ to: 'orders', path: '/api/orders/?page=1' }],
    routes: [
      {
        at: 'orders',
        path: '/api/orders/',
        actual: gunicorn(200, [allow(`https://shop.example.com, ${at.page}`)], { count: 2, results: [] }),
      },
    ],
    chromium: 'MultipleAllowOriginValues',
  },
  {
    id: 'header-twice',
    title: 'Set by the proxy and by the application',
    sentence: 'nginx adds the header, and so does the application behind it.',
    calls: [{ to: 'search', path: '/search/suggest?q=ket' }],
    routes: [
      {
        at: 'search',
        path: '/search/suggest',
        actual: nginx(200, [allow(at.page), vary, allow(at.page)], ['kettle', 'ketchup']),
      },
    ],
    chromium: 'MultipleAllowOriginValues',
  },
  {
    id: 'error-without-headers',
    title: 'Fine until something breaks',
    sentence: 'nginx adds the header to good answers only: without “always”, a 502 arrives bare.',
    calls: [
      { to: 'search', path: '/search/popular' },
      { to: 'search', path: '/search/similar?to=17' },
    ],
    routes: [
      { at: 'search', path: '/search/popular', actual: nginx(200, [allow(at.page), vary], ['kettle']) },
      { at: 'search', path: '/search/similar', actual: nginx(502, [], badGateway) },
    ],
    chromium: 'MissingAllowOriginHeader',
  },
  {
    id: 'rejected-403',
    title: '403 Invalid CORS request',
    sentence: 'Spring knows CORS, but not this page: it refuses before the controller runs.',
    calls: [{ to: 'accounts', path: '/api/addresses' }],
    routes: [{ at: 'accounts', path: '/api/addresses', actual: spring(403, [], 'Invalid CORS request') }],
    chromium: 'MissingAllowOriginHeader',
  },
  {
    id: 'redirect-to-other-origin',
    title: 'Redirected to another origin',
    sentence: 'On its way from the API to the CDN the request’s origin becomes “null”.',
    calls: [{ to: 'catalog', path: '/api/products/17/photo' }],
    routes: [
      {
        at: 'catalog',
        path: '/api/products/17/photo',
        actual: express(302, [allow(at.page), vary, ['Location', `${at.cdn}/photos/17.json`]]),
      },
      { at: 'cdn', path: '/photos/17.json', actual: nginx(200, [allow(at.page), vary], { url: '17.webp' }) },
    ],
    chromium: 'AllowOriginMismatch',
  },
]

/** Ways in which requests with cookies need more than the server allows. */
export const credentialsWays = (at: Places): readonly Way[] => [
  {
    id: 'wildcard-with-credentials',
    title: '* with cookies',
    sentence: 'The page sends cookies, and the server allows everybody: the two do not go together.',
    calls: [{ to: 'catalog', path: '/api/cart', credentials: 'include' }],
    routes: [{ at: 'catalog', path: '/api/cart', actual: express(200, [allow('*')], { items: 2 }) }],
    chromium: 'WildcardOriginNotAllowed',
  },
  {
    id: 'credentials-not-allowed',
    title: 'Cookies that nobody allowed',
    sentence: 'Spring’s @CrossOrigin names the page but not allowCredentials.',
    calls: [{ to: 'accounts', path: '/api/session', credentials: 'include' }],
    routes: [
      { at: 'accounts', path: '/api/session', actual: spring(200, [allow(at.page)], { user: 'ada' }) },
    ],
    chromium: 'InvalidAllowCredentials',
  },
]

const allow = (origin: string) => ['Access-Control-Allow-Origin', origin] as const
const vary = ['Vary', 'Origin'] as const

const badGateway =
  '<html>\r\n<head><title>502 Bad Gateway</title></head>\r\n<body>\r\n' +
  '<center><h1>502 Bad Gateway</h1></center>\r\n<hr><center>nginx/1.24.0</center>\r\n</body>\r\n</html>\r\n'

const otherScheme = (origin: string): string =>
  origin.startsWith('https:') ? origin.replace('https:', 'http:') : origin.replace('http:', 'https:')
