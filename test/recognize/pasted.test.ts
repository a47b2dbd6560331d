import { describe, expect, it } from 'vitest'
import { neighborOf } from '../../src/recognize/neighbors.ts'
import { recognize } from '../../src/recognize/recognize.ts'
import { whycors } from '../cli/run-whycors.ts'

const codeOf = (text: string): string => {
  const found = recognize(text)
  return typeof found === 'string' ? found : found[0].sentence.code
}

const AT =
  "Access to fetch at 'https://api.test/x' from origin 'https://app.test' has been blocked by CORS policy"

/** What people paste, and the code that it stands for. */
const PASTED: readonly (readonly [string, string])[] = [
  // Bare reasons of Chrome, whole and cut off.
  [
    "No 'Access-Control-Allow-Origin' header is present on the requested resource.",
    'MissingAllowOriginHeader',
  ],
  ["No 'Access-Control-Allow-Origin' header is pres", 'MissingAllowOriginHeader'],
  [
    'No ‘Access-Control-Allow-Origin’ header is present on the requested resource',
    'MissingAllowOriginHeader',
  ],
  [
    "Response to preflight request doesn't pass access control check: No 'Access-Control-Allow-Origin' header",
    'PreflightMissingAllowOriginHeader',
  ],
  [
    'Response to preflight request doesn’t pass access control check: It does not have HTTP ok status.',
    'PreflightInvalidStatus',
  ],
  ['It does not have HTTP ok status', 'PreflightInvalidStatus'],
  ['Redirect is not allowed for a preflight request.', 'PreflightDisallowedRedirect'],
  [
    "The value of the 'Access-Control-Allow-Origin' header in the response must not be the wildcard '*' when",
    'WildcardOriginNotAllowed',
  ],
  [
    "The 'Access-Control-Allow-Origin' header contains multiple values '*, *', but only one is allowed.",
    'MultipleAllowOriginValues',
  ],
  [
    "The 'Access-Control-Allow-Origin' header contains the invalid value 'app.test'.",
    'InvalidAllowOriginValue',
  ],
  [
    "The 'Access-Control-Allow-Origin' header has a value 'http://a.test' that is not equal to the supplied origin.",
    'AllowOriginMismatch',
  ],
  [
    "The value of the 'Access-Control-Allow-Credentials' header in the response is '' which must be 'true'",
    'InvalidAllowCredentials',
  ],
  [
    'Request header field authorization is not allowed by Access-Control-Allow-Headers in preflight response.',
    'HeaderDisallowedByPreflightResponse',
  ],
  [
    'Method PUT is not allowed by Access-Control-Allow-Methods in preflight response.',
    'MethodDisallowedByPreflightResponse',
  ],
  ['Cannot parse Access-Control-Allow-Headers response header field', 'InvalidAllowHeadersPreflightResponse'],
  ['Cannot parse Access-Control-Allow-Methods response header field', 'InvalidAllowMethodsPreflightResponse'],
  // Wrapped by a chat.
  [
    `${AT}:\n  No 'Access-Control-Allow-Origin' header\n  is present on the requested resource.`,
    'MissingAllowOriginHeader',
  ],
  [
    AT.replace('fetch at', '\nfetch at') +
      ": Response to preflight request doesn't pass access control check: It does not\nhave HTTP ok status.",
    'PreflightInvalidStatus',
  ],
  // Older versions.
  [
    "XMLHttpRequest cannot load http://api.test/. No 'Access-Control-Allow-Origin' header is present on the requested resource. Origin 'http://app.test' is therefore not allowed access.",
    'MissingAllowOriginHeader',
  ],
  [
    'XMLHttpRequest cannot load http://api.test/. Origin http://app.test is not allowed by Access-Control-Allow-Origin',
    'MissingAllowOriginHeader',
  ],
  ['Response for preflight has invalid HTTP status code 405', 'PreflightInvalidStatus'],
  ['Response for preflight is invalid (redirect)', 'PreflightDisallowedRedirect'],
  [
    "A wildcard '*' cannot be used in the 'Access-Control-Allow-Origin' header when the credentials flag is true. Origin 'http://a.test' is therefore not allowed access.",
    'WildcardOriginNotAllowed',
  ],
  [
    "Credentials flag is 'true', but the 'Access-Control-Allow-Credentials' header is ''. It must be 'true' to allow credentials.",
    'InvalidAllowCredentials',
  ],
  [
    "Font from origin 'https://cdn.test' has been blocked from loading by Cross-Origin Resource Sharing policy: No 'Access-Control-Allow-Origin' header is present",
    'MissingAllowOriginHeader',
  ],
  [
    'Request header field x-api-key is not allowed by Access-Control-Allow-Headers',
    'HeaderDisallowedByPreflightResponse',
  ],
  [
    'Cross origin requests are only supported for HTTP, chrome, chrome-extension, https.',
    'CorsDisabledScheme',
  ],
  // Firefox, bare, cut off, as its network monitor and help pages call it.
  ['CORS header ‘Access-Control-Allow-Origin’ missing', 'CORSMissingAllowOrigin'],
  ["(Reason: CORS header 'Access-Control-Allow-Origin' missing)", 'CORSMissingAllowOrigin'],
  ['CORS Missing Allow Origin', 'CORSMissingAllowOrigin'],
  ['CORS Allow Origin Not Matching Origin', 'CORSAllowOriginNotMatchingOrigin'],
  ['CORS Preflight Did Not Succeed', 'CORSPreflightDidNotSucceed'],
  ['CORS Missing Allow Header From Preflight', 'CORSMissingAllowHeaderFromPreflight'],
  ['CORS Did Not Succeed', 'CORSDidNotSucceed'],
  ['CORSNotSupportingCredentials', 'CORSNotSupportingCredentials'],
  ['Multiple CORS header ‘Access-Control-Allow-Origin’ not allowed', 'CORSMultipleAllowOriginNotAllowed'],
  [
    "CORS header 'Access-Control-Allow-Origin' does not match 'https://b.test'",
    'CORSAllowOriginNotMatchingOrigin',
  ],
  ['CORS preflight response did not succeed', 'CORSPreflightDidNotSucceed'],
  ['CORS request did not succeed', 'CORSDidNotSucceed'],
  ['Did not find method in CORS header ‘Access-Control-Allow-Methods’', 'CORSMethodNotFound'],
  [
    'header ‘x-a’ is not allowed according to header ‘Access-Control-Allow-Headers’ from CORS preflight response',
    'CORSMissingAllowHeaderFromPreflight',
  ],
  [
    'missing token ‘x-a’ in CORS header ‘Access-Control-Allow-Headers’ from CORS preflight channel',
    'CORSMissingAllowHeaderFromPreflight',
  ],
  ['expected ‘true’ in CORS header ‘Access-Control-Allow-Credentials’', 'CORSMissingAllowCredentials'],
  // Firefox in other languages.
  [
    'Quellübergreifende (Cross-Origin) Anfrage blockiert: Die Gleiche-Quelle-Regel verbietet das Lesen der externen Ressource auf https://api.test/x. (Grund: CORS-Kopfzeile „Access-Control-Allow-Origin“ fehlt). Statuscode: 200.',
    'CORSMissingAllowOrigin',
  ],
  [
    'Blocage d’une requête multiorigine (Cross-Origin Request) : la politique « Same Origin » ne permet pas de consulter la ressource distante située sur https://api.test/. Raison : échec de la requête CORS. Code d’état : (null).',
    'cors',
  ],
  ['(Raison : l’en-tête CORS « Access-Control-Allow-Origin » est manquant).', 'CORSMissingAllowOrigin'],
  [
    'Solicitud de origen cruzado bloqueada: La misma política de origen no permite la lectura de recursos remotos en https://api.test/. (Razón: Cabecera CORS ‘Access-Control-Allow-Origin’ faltante).',
    'CORSMissingAllowOrigin',
  ],
  [
    'Richiesta multiorigine (cross-origin) bloccata: (Motivo: l’header CORS “Access-Control-Allow-Origin” non corrisponde a “https://b.test”).',
    'CORSAllowOriginNotMatchingOrigin',
  ],
  [
    'Zablokowano żądanie do zasobu innego pochodzenia (Powód: brakujący nagłówek CORS „Access-Control-Allow-Origin”). Kod stanu: 404.',
    'CORSMissingAllowOrigin',
  ],
  [
    '已拦截跨源请求：同源策略禁止读取位于 https://api.test/ 的远程资源。（原因：CORS 头缺少 ‘Access-Control-Allow-Origin’）。状态码：200。',
    'CORSMissingAllowOrigin',
  ],
  [
    'クロスオリジン要求をブロックしました: 同一生成元ポリシーにより、https://api.test/ にあるリモートリソースの読み込みは拒否されます (理由: CORS ヘッダー ‘Access-Control-Allow-Origin’ が足りない)。',
    'CORSMissingAllowOrigin',
  ],
  [
    'Запрос из постороннего источника заблокирован: (Причина: отсутствует заголовок CORS «Access-Control-Allow-Origin»). Код состояния: 200.',
    'CORSMissingAllowOrigin',
  ],
  [
    '(Grund: Anmeldedaten werden nicht unterstützt, wenn die CORS-Kopfzeile „Access-Control-Allow-Origin“ „*“ ist)',
    'CORSNotSupportingCredentials',
  ],
  [
    '(Reden: verwacht ‘true’ in CORS-header ‘Access-Control-Allow-Credentials’)',
    'CORSMissingAllowCredentials',
  ],
  [
    '(Raison : jeton « x y » non valide dans l’en-tête CORS « Access-Control-Allow-Methods »)',
    'CORSInvalidAllowMethod',
  ],
  [
    '(原因：CORS 预检响应的 ‘Access-Control-Allow-Headers’，不允许使用头 ‘x-api-key’)',
    'CORSMissingAllowHeaderFromPreflight',
  ],
  ['(Motivo: la richiesta CORS non è riuscita). Codice di stato: (null)', 'CORSDidNotSucceed'],
  // Safari.
  [
    'Origin https://app.test is not allowed by Access-Control-Allow-Origin. Status code: 200',
    'WK_OriginNotAllowed',
  ],
  ['Preflight response is not successful. Status code: 405', 'WK_PreflightStatus'],
]

describe('what people paste', () => {
  it.each(PASTED.filter(([, code]) => code !== 'cors'))('%s', (text, code) => expect(codeOf(text)).toBe(code))

  it('values of a fragment are told', () => {
    const found = recognize(
      "The 'Access-Control-Allow-Origin' header has a value 'http://a.test' that is not equal",
    )
    expect(typeof found === 'string' ? null : found[0].sentence.values.allowOrigin).toBe('http://a.test')
  })
})

/** What isn't a reason of CORS, and what it's about. */
const NEIGHBORS: readonly (readonly [string, string])[] = [
  ['TypeError: Failed to fetch', 'fetch-failed'],
  ['Uncaught (in promise) TypeError: Failed to fetch at app.js:12', 'fetch-failed'],
  ['TypeError: Load failed', 'fetch-failed'],
  ['TypeError: NetworkError when attempting to fetch resource.', 'fetch-failed'],
  ['AxiosError: Network Error', 'fetch-failed'],
  ['GET https://api.test/x net::ERR_FAILED 200 (OK)', 'fetch-failed'],
  ['Fetch API cannot load https://api.test/x due to access control checks.', 'no reason'],
  [`${AT}`, 'cors-without-reason'],
  ['blocked by CORS policy', 'cors-without-reason'],
  [
    'Cross-Origin Request Blocked: The Same Origin Policy disallows reading the remote resource at',
    'cors-without-reason',
  ],
  ['net::ERR_BLOCKED_BY_RESPONSE.NotSameOrigin 200 (OK)', 'corp'],
  ['net::ERR_BLOCKED_BY_RESPONSE.NotSameOriginAfterDefaultedToSameOriginByCoep', 'coep'],
  ['net::ERR_BLOCKED_BY_ORB', 'orb'],
  [
    'Cross-Origin Read Blocking (CORB) blocked cross-origin response https://a.test with MIME type text/html',
    'orb',
  ],
  [
    "Refused to connect to 'https://api.test/' because it violates the following Content Security Policy directive: \"connect-src 'self'\".",
    'csp',
  ],
  [
    'Content-Security-Policy: The page’s settings blocked the loading of a resource (connect-src) at https://api.test',
    'csp',
  ],
  [
    "Mixed Content: The page at 'https://app.test/' was loaded over HTTPS, but requested an insecure resource 'http://api.test/'",
    'mixed-content',
  ],
  ['Blocked loading mixed active content “http://api.test/”', 'mixed-content'],
  [
    "SecurityError: Failed to execute 'toDataURL' on 'HTMLCanvasElement': Tainted canvases may not be exported.",
    'tainted-canvas',
  ],
  ['Fetch API cannot load localhost:3000/api. URL scheme "localhost" is not supported.', 'missing-scheme'],
  ['Not allowed to load local resource: file:///C:/data.json', 'file-page'],
  ['the response has type opaque', 'opaque-response'],
  ['Blocked a frame with origin "https://a.test" from accessing a cross-origin frame.', 'same-origin-policy'],
  ['Script error.', 'script-error'],
  ['net::ERR_BLOCKED_BY_CLIENT', 'blocked-by-client'],
  ['net::ERR_CONNECTION_REFUSED', 'connection'],
  ['net::ERR_CERT_AUTHORITY_INVALID', 'connection'],
  ["WebSocket connection to 'wss://api.test/' failed", 'websocket'],
  ['TypeError: fetch failed', 'node-fetch'],
]

describe('what stands beside CORS', () => {
  it.each(NEIGHBORS.filter(([, id]) => id !== 'no reason'))('%s', (text, id) => {
    expect(codeOf(text)).toMatch(/^(unknown|no reason|WK_.*)$/)
    expect(neighborOf(text)?.id).toBe(id)
  })

  it('is answered with what to do next, and exit code 0', async () => {
    const { code, out } = await whycors(['rules', 'TypeError: Failed to fetch'])
    expect(code).toBe(0)
    expect(out).toMatch(/hide whether CORS.*Next: Check the console/s)
    expect(out).not.toMatch(/no sentence/)
  })

  it('what has nothing to do with it is refused', async () => {
    const { code, err } = await whycors(['rules', 'how do I bake bread'])
    expect(code).toBe(2)
    expect(err).toContain('no failed request or rule found')
  })
})

it('the page of a rule has what browsers call it, and the standard', async () => {
  const { out } = await whycors(['rules', 'allow-origin-missing'])
  expect(out).toMatch(/Chrome: `MissingAllowOriginHeader`/)
  expect(out).toMatch(/Firefox: `CORSMissingAllowOrigin`/)
  expect(out).toMatch(/https:\/\/fetch\.spec\.whatwg\.org\/#/)
})
