import { type Text, text } from '../text/text.ts'
import { withCode } from '../text/with-code.ts'

/** A message that isn't about CORS itself: a request failed, or another policy blocked it. */
export interface Neighbor {
  readonly id: string
  /** What it is, in a few words. */
  readonly title: string
  /** What it means, and why it isn't or might not be CORS. */
  readonly means: Text
  /** What to do next. */
  readonly next: Text
}

interface Row {
  readonly id: string
  readonly words: RegExp
  readonly title: string
  /** Sentences, with code in backticks. */
  readonly means: string
  readonly next: string
  readonly source: string
}

const RECORD =
  'Check the console for a line that mentions CORS. Or record the page: open DevTools, Network, repeat the request, export the HAR, and run `whycors explain FILE.har`.'

/** The first match is used, so the more precise ones come first. */
const ROWS: readonly Row[] = [
  {
    id: 'missing-scheme',
    words: /URL scheme "(?:localhost|[\w.-]+)" is not supported|URL scheme must be "http" or "https"/i,
    title: 'The URL has no http:// or https://',
    means:
      "The browser read the text before the colon as a scheme, so it sent nothing. CORS isn't the reason.",
    next: 'Write the whole URL in the code: `http://localhost:3000/…` instead of `localhost:3000/…`.',
    source: 'https://fetch.spec.whatwg.org/#scheme-fetch',
  },
  {
    id: 'file-page',
    words:
      /Not allowed to load local resource|file:\/\/|origin 'null'[^\n]{0,200}file:|CORS request not HTTP/i,
    title: 'A file instead of a web address',
    means:
      "A page opened from disk has no origin, and pages can't fetch `file:` URLs. No server setting changes that.",
    next: 'Serve the folder with a local web server, such as `npx serve` or `python3 -m http.server`, and open it there.',
    source: 'https://developer.mozilla.org/docs/Web/HTTP/Guides/CORS/Errors/CORSRequestNotHttp',
  },
  {
    id: 'coep',
    words: /Cross-Origin-Embedder-Policy|CoepFrame|AfterDefaultedToSameOriginByCoep|\bCOEP\b/i,
    title: 'Cross-Origin-Embedder-Policy (COEP)',
    means:
      'The page requires, with `Cross-Origin-Embedder-Policy`, that everything it loads allows being loaded.',
    next: "Send `Cross-Origin-Resource-Policy: cross-origin` with the resource, load it with `crossorigin` and CORS headers, or use `credentialless` in the page's header.",
    source: 'https://developer.mozilla.org/docs/Web/HTTP/Reference/Headers/Cross-Origin-Embedder-Policy',
  },
  {
    id: 'corp',
    words: /Cross-Origin-Resource-Policy|ERR_BLOCKED_BY_RESPONSE|NotSameOrigin/i,
    title: 'Cross-Origin-Resource-Policy (CORP)',
    means:
      'The response has a `Cross-Origin-Resource-Policy` that blocks other sites, whatever its CORS headers say.',
    next: 'If it is your server, send `Cross-Origin-Resource-Policy: cross-origin` with this resource (Helmet: `crossOriginResourcePolicy: { policy: "cross-origin" }`).',
    source: 'https://developer.mozilla.org/docs/Web/HTTP/Reference/Headers/Cross-Origin-Resource-Policy',
  },
  {
    id: 'orb',
    words: /ERR_BLOCKED_BY_ORB|OpaqueResponseBlocking|Cross-Origin Read Blocking|\bCORB\b|\bORB\b/i,
    title: 'Opaque Response Blocking (ORB, formerly CORB)',
    means:
      'An element such as `<img>` or `<script>` loaded something of another type, often HTML or JSON of an error page.',
    next: 'Open the URL in a tab and check what it returns: a login, a 404 page or JSON. To read data, use `fetch` and CORS headers.',
    source: 'https://github.com/annevk/orb',
  },
  {
    id: 'csp',
    words: /Content[- ]Security[- ]Policy|violates the following[^\n]{0,200}directive|connect-src/i,
    title: 'Content-Security-Policy of the page',
    means:
      "The page's own policy forbids the connection, so the browser sent nothing; no API header can change that.",
    next: "Add the API's origin to `connect-src` in the `Content-Security-Policy` of the page (a header or a `<meta>` element).",
    source:
      'https://developer.mozilla.org/docs/Web/HTTP/Reference/Headers/Content-Security-Policy/connect-src',
  },
  {
    id: 'mixed-content',
    words: /Mixed Content|mixed active content|insecure (?:XMLHttpRequest|resource|content)/i,
    title: 'Mixed content',
    means: "An https page can't call an http API, so the browser sent nothing.",
    next: 'Call the API with `https://`; for development, `http://localhost` is allowed.',
    source: 'https://w3c.github.io/webappsec-mixed-content/',
  },
  {
    id: 'tainted-canvas',
    words:
      /Tainted canvas|canvas has been tainted|tainted by cross-origin|toDataURL|getImageData|toBlob[^\n]{0,200}insecure/i,
    title: 'A canvas with an image of another origin',
    means: 'An image that was loaded without CORS makes a canvas unreadable.',
    next: 'Load the image with `crossOrigin = "anonymous"` before `src` is set, and let its server send `Access-Control-Allow-Origin`. A cached copy may lack the header: reload without the cache.',
    source: 'https://developer.mozilla.org/docs/Web/HTML/How_to/CORS_enabled_image',
  },
  {
    id: 'opaque-response',
    words: /opaque|mode: ?['"]?no-cors|no-cors/i,
    title: 'An opaque response',
    means:
      '`mode: "no-cors"` doesn\'t bypass CORS: the request is sent, but the page can\'t read status, headers or body.',
    next: 'Remove `no-cors`, and let the server send the CORS headers.',
    source: 'https://fetch.spec.whatwg.org/#concept-filtered-response-opaque',
  },
  {
    id: 'same-origin-policy',
    words:
      /Blocked a frame with origin|Permission denied to access property|cross-origin object|Failed to read a named property/i,
    title: 'Access to a window or frame of another origin',
    means: "Scripts can't access a window of another origin. CORS headers don't change that.",
    next: 'Use `postMessage` between the two pages.',
    source: 'https://developer.mozilla.org/docs/Web/API/Window/postMessage',
  },
  {
    id: 'script-error',
    words: /^\W*Script error\.?\W*$/im,
    title: 'An error in a script of another origin',
    means: 'The browser hides errors of scripts that were loaded without CORS.',
    next: 'Add `crossorigin` to the `<script>` element, and let its server send `Access-Control-Allow-Origin`.',
    source: 'https://developer.mozilla.org/docs/Web/API/Window/error_event',
  },
  {
    id: 'blocked-by-client',
    words: /ERR_BLOCKED_BY_CLIENT|blocked by (?:an )?(?:ad ?blocker|extension|client)/i,
    title: 'An extension blocked the request',
    means: 'An ad blocker or another extension stopped it before it was sent.',
    next: 'Try a window without extensions; `ads`, `track` or `analytics` in the path is often the reason.',
    source: 'https://developer.chrome.com/docs/extensions/reference/api/declarativeNetRequest',
  },
  {
    id: 'connection',
    words:
      /ERR_(?:CONNECTION_\w+|NAME_NOT_RESOLVED|ADDRESS_\w+|INTERNET_DISCONNECTED|TIMED_OUT|NETWORK_\w+|EMPTY_RESPONSE|SSL_\w+|CERT_\w+|HTTP2_\w+|QUIC_\w+|TOO_MANY_REDIRECTS|ABORTED|SOCKET_\w+|PROXY_\w+|UNSAFE_PORT)|ECONNREFUSED|ENOTFOUND|ETIMEDOUT|Could not connect to the server|connection was refused|server with the specified hostname could not be found|certificate/i,
    title: 'No connection to the server',
    means:
      "The request failed below HTTP: a name, a port, a certificate or the server itself. CORS wasn't reached, and no header changes it.",
    next: 'Try the URL with curl or in a tab: is the server running, on this port, with a valid certificate?',
    source: 'https://source.chromium.org/chromium/chromium/src/+/main:net/base/net_error_list.h',
  },
  {
    id: 'websocket',
    words: /WebSocket connection to|can't establish a connection to the server at wss?:/i,
    title: 'A WebSocket',
    means: "CORS doesn't apply to WebSockets: the server reads `Origin` itself and may refuse it.",
    next: "Look for the server's own list of allowed origins, and check that a proxy in front passes on `Upgrade`.",
    source: 'https://www.rfc-editor.org/rfc/rfc6455#section-10.2',
  },
  {
    id: 'node-fetch',
    words: /fetch failed|FetchError|node:internal|undici/i,
    title: 'A request from Node.js, not a browser',
    means: 'Node.js has no CORS: the request failed for another reason, which its `cause` names.',
    next: 'Print `error.cause`.',
    source: 'https://nodejs.org/api/globals.html#fetch',
  },
  {
    id: 'fetch-failed',
    words:
      /Failed to fetch|Load failed|NetworkError when attempting|NetworkError|Network Error|ERR_NETWORK|net::ERR_FAILED|ERR_FAILED|Error: network|XMLHttpRequest error|status code 0|cancelled|dynamically imported module|importing a module script failed|due to access control checks/i,
    title: 'A failure without a reason',
    means:
      'Script only learns that there is no response. Browsers hide whether CORS, the network, a certificate, mixed content or an extension is the reason.',
    next: RECORD,
    source: 'https://fetch.spec.whatwg.org/#concept-network-error',
  },
  {
    id: 'cors-without-reason',
    words:
      /blocked by CORS|CORS policy|Cross-Origin Request Blocked|Cross-Origin Resource Sharing|\bCORS\b|Access-Control-|Same Origin Policy|cross[- ]origin/i,
    title: 'A CORS failure without the reason',
    means: 'This part of the message mentions CORS but not the reason.',
    next: `Paste the whole message: the reason comes after "CORS policy:" in Chrome and after "Reason:" in Firefox. ${RECORD}`,
    source: 'https://developer.mozilla.org/docs/Web/HTTP/Guides/CORS/Errors',
  },
]

/** Returns what a text without a CORS reason is about, or null if it isn't about a failed request. */
export function neighborOf(pasted: string): Neighbor | null {
  const row = ROWS.find(({ words }) => words.test(pasted))
  if (row === undefined) return null
  const { id, title, means, next } = row
  return { id, title, means: text`${withCode(means)}`, next: withCode(next) }
}
