import type { RuleId } from '../rules/index.ts'
import { API, allowing, type Example, example, PAGE, response } from './example.ts'

const INCLUDE = "{ credentials: 'include' }"
const cookies = { options: INCLUDE, credentialsMode: 'include' } as const
const patch = { options: "{ method: 'PATCH' }", method: 'PATCH' } as const
const JSON_BODY = { 'Content-Type': 'application/json' }
const apiKey = { options: "{ headers: { 'X-Api-Key': key } }", headers: { 'X-Api-Key': '…' } } as const

const passes = (headers: Readonly<Record<string, string>> = {}) => ({
  status: 204,
  headerList: allowing(PAGE, headers).headerList,
})

/** An example of each rule. */
export const examples: Readonly<Record<RuleId, Example>> = {
  'mode-same-origin': example([], { options: "{ mode: 'same-origin' }", mode: 'same-origin' }),
  'no-cors-redirect-mode': example([], {
    options: "{ mode: 'no-cors', redirect: 'error' }",
    mode: 'no-cors',
    redirectMode: 'error',
  }),
  'scheme-not-http': example([], { urlList: ['file:///C:/data/items.json'], origin: 'null' }),
  'preflight-redirected': example([], {
    ...patch,
    preflight: { ...allowing(PAGE, { Location: `${API}/` }), status: 301 },
  }),
  'preflight-status-not-ok': example([], {
    options: "{ method: 'POST', headers: { 'Content-Type': 'application/json' }, body }",
    method: 'POST',
    headers: JSON_BODY,
    preflight: { ...allowing(PAGE), status: 401 },
  }),
  'allow-methods-invalid': example([], {
    ...patch,
    preflight: passes({ 'Access-Control-Allow-Methods': 'GET; PATCH' }),
  }),
  'allow-headers-invalid': example([], {
    ...apiKey,
    preflight: passes({ 'Access-Control-Allow-Headers': 'X-Api-Key; Accept' }),
  }),
  'method-case': example([], {
    options: "{ method: 'patch' }",
    method: 'patch',
    preflight: passes({ 'Access-Control-Allow-Methods': 'GET, PATCH' }),
  }),
  'allow-methods-wildcard-with-credentials': example([], {
    options: "{ method: 'DELETE', credentials: 'include' }",
    method: 'DELETE',
    credentialsMode: 'include',
    preflight: passes({ 'Access-Control-Allow-Credentials': 'true', 'Access-Control-Allow-Methods': '*' }),
  }),
  'method-not-allowed': example([], {
    ...patch,
    preflight: passes({ 'Access-Control-Allow-Methods': 'GET, PUT' }),
  }),
  'authorization-not-listed': example([], {
    options: "{ headers: { Authorization: 'Bearer …' } }",
    headers: { Authorization: 'Bearer …' },
    preflight: passes({ 'Access-Control-Allow-Headers': '*' }),
  }),
  'allow-headers-wildcard-with-credentials': example([], {
    options: "{ headers: { 'X-Api-Key': key }, credentials: 'include' }",
    headers: apiKey.headers,
    credentialsMode: 'include',
    preflight: passes({ 'Access-Control-Allow-Credentials': 'true', 'Access-Control-Allow-Headers': '*' }),
  }),
  'access-control-header-sent': example([], {
    options: "{ headers: { 'Access-Control-Allow-Origin': '*' } }",
    headers: { 'Access-Control-Allow-Origin': '*' },
    preflight: passes(),
  }),
  'header-not-allowed': example([], {
    ...apiKey,
    preflight: passes({ 'Access-Control-Allow-Headers': 'Content-Type' }),
  }),
  'allow-origin-missing': example([response(200, JSON_BODY)]),
  'allow-origin-wildcard-with-credentials': example(
    [allowing('*', { 'Access-Control-Allow-Credentials': 'true' })],
    cookies,
  ),
  'allow-origin-repeated': example([
    { status: 200, headerList: [...allowing('*').headerList, ...allowing(PAGE).headerList] },
  ]),
  'allow-origin-null-after-redirect': example(
    [allowing(PAGE, { Location: 'https://cdn.example/items' }), allowing(PAGE)].map((one, hop) =>
      hop === 0 ? { ...one, status: 302 } : one,
    ),
  ),
  'request-origin-null': example([allowing(PAGE)], { origin: 'null' }),
  'allow-origin-empty': example([allowing('')]),
  'allow-origin-null': example([allowing('null')]),
  'allow-origin-trailing-slash': example([allowing(`${PAGE}/`)]),
  'allow-origin-path': example([allowing(`${PAGE}/shop`)]),
  'allow-origin-quoted': example([allowing(`"${PAGE}"`)]),
  'allow-origin-placeholder': example([allowing('undefined')]),
  'allow-origin-list': example([allowing(`${PAGE}, https://admin.example`)]),
  'allow-origin-pattern': example([allowing('https://*.example')]),
  'allow-origin-no-scheme': example([allowing('app.example')]),
  'allow-origin-case': example([allowing('https://App.Example')]),
  'allow-origin-default-port': example([allowing(`${PAGE}:443`)]),
  'allow-origin-scheme': example([allowing('http://app.example')]),
  'allow-origin-port': example([allowing('http://localhost:3000')], { origin: 'http://localhost:5173' }),
  'allow-origin-www': example([allowing('https://www.app.example')]),
  'allow-origin-loopback': example([allowing('http://127.0.0.1:5173')], { origin: 'http://localhost:5173' }),
  'allow-origin-mismatch': example([allowing('https://admin.example')]),
  'allow-credentials-missing': example([allowing(PAGE)], cookies),
  'allow-credentials-not-true': example(
    [allowing(PAGE, { 'Access-Control-Allow-Credentials': 'True' })],
    cookies,
  ),
  'redirect-mode-error': example([{ ...allowing(PAGE, { Location: `${API}/` }), status: 302 }], {
    options: "{ redirect: 'error' }",
    redirectMode: 'error',
  }),
  'redirect-location-invalid': example([{ ...allowing(PAGE, { Location: 'http://' }), status: 302 }]),
  'redirect-scheme-not-http': example([{ ...allowing(PAGE, { Location: 'myapp://done' }), status: 302 }]),
  'redirect-limit': example(
    Array.from({ length: 21 }, () => ({ ...allowing(PAGE, { Location: API }), status: 302 })),
  ),
  'redirect-url-includes-credentials': example([
    { ...allowing(PAGE, { Location: 'https://user:password@api.example/items' }), status: 302 },
  ]),
  'redirect-body-stream': example([{ ...allowing(PAGE, { Location: `${API}/` }), status: 307 }], {
    options: "{ method: 'POST', body: stream, duplex: 'half' }",
    method: 'POST',
    bodySourceIsNull: true,
    preflight: passes(),
    useCorsPreflightFlag: true,
  }),
}
