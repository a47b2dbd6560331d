import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { CorsPolicy } from '../../src/fix/policy/policy.ts'
import { respond } from '../../src/fix/policy/respond.ts'
import { readHarText } from '../../src/har/read-har.ts'
import { plain } from '../../src/text/plain.ts'
import { diagnosesOf } from '../diagnoses-of.ts'
import { chromeEntry, chromePreflight, type HeaderRecord, harText } from '../make-har.ts'

/** A layer of the API's server, and what it sends before its configuration is changed. */
interface Made {
  readonly by: 'app' | 'nginx' | 'cloudflare'
  readonly status: number
  readonly headers: HeaderRecord
}
/** What the server does with the preflight and with the actual request. */
interface World {
  readonly method: string
  readonly credentials: boolean
  readonly preflight: Made
  readonly actual: Made
}

const PAGE = 'https://app.example'
const HTML = { 'Content-Type': 'text/html' }
const NGINX = { Server: 'nginx/1.25.3', ...HTML }
const EXPRESS = { 'X-Powered-By': 'Express' }
const app = (status: number, headers: HeaderRecord = {}): Made => ({
  by: 'app',
  status,
  headers: { ...EXPRESS, ...headers },
})
const preflights: readonly Made[] = [
  app(204),
  app(404, { ...HTML, 'Content-Length': '150' }),
  app(401),
  app(500),
  app(308, { Location: 'https://api.test/items/' }),
  app(302, { Location: 'https://login.api.test/authorize' }),
  { by: 'nginx', status: 405, headers: { ...NGINX, 'Content-Length': '157' } },
  { by: 'nginx', status: 502, headers: { ...NGINX, 'Content-Length': '157' } },
  { by: 'cloudflare', status: 522, headers: { ...HTML, Server: 'cloudflare', 'CF-RAY': '1' } },
]
const actuals: readonly Made[] = [
  app(200),
  app(500),
  app(401),
  app(301, { Location: 'https://other.test/items' }),
  app(302, { Location: 'https://login.api.test/authorize' }),
  { by: 'nginx', status: 413, headers: { ...NGINX, 'Content-Length': '183' } },
  { by: 'nginx', status: 504, headers: { ...NGINX, 'Content-Length': '167' } },
  { by: 'cloudflare', status: 522, headers: { ...HTML, Server: 'cloudflare', 'CF-RAY': '1' } },
]

const worlds: fc.Arbitrary<World> = fc.record({
  method: fc.constantFrom('GET', 'PUT', 'PATCH', 'DELETE'),
  credentials: fc.boolean(),
  preflight: fc.constantFrom(...preflights),
  actual: fc.constantFrom(...actuals),
})

const isRedirect = ({ status }: Made): boolean => [301, 302, 308].includes(status)

/** What a layer sends once its configuration keeps the policy: 204 to a preflight, its own status otherwise. */
function configured(made: Made, policy: CorsPolicy, phase: 'preflight' | 'actual'): Made {
  const added = Object.fromEntries(
    respond(policy, PAGE, phase).map(({ name, value }): [string, string] => [name, value]),
  )
  const status = phase === 'preflight' && !isRedirect(made) ? 204 : made.status
  return { ...made, status, headers: { ...made.headers, ...added } }
}

/** The recording that Chrome would make of a call into a world. */
function recorded({ method, credentials, preflight, actual }: World): readonly object[] {
  const mode = credentials ? ({ credentials: 'include' } as const) : {}
  const failed = { error: 'net::ERR_FAILED' } as const
  const allows = (made: Made): boolean => made.headers['Access-Control-Allow-Origin'] === PAGE
  const asked = chromePreflight({ method, status: preflight.status, response: preflight.headers })
  if (method !== 'GET' && !(allows(preflight) && preflight.status < 300))
    return [asked, chromeEntry({ method, status: 0, ...failed })]
  const got = chromeEntry({
    method,
    status: actual.status,
    response: actual.headers,
    ...mode,
    ...(allows(actual) && !isRedirect(actual) ? {} : failed),
  })
  return method === 'GET' ? [got] : [asked, got]
}

function firstOf(world: World) {
  const read = readHarText(harText(recorded(world)), 0, 'test.har')
  return diagnosesOf(read.recording, read.entries, { engine: null, show: (value) => value })[0]
}

/** The layer whose page the blocked response was, which the plan's configuration is for. */
const layerIn = ({ method, preflight, actual }: World) => (method === 'GET' ? actual : preflight).by

describe('a promise is the outcome', () => {
  it('of the same world with the policy in the layer that answered', () => {
    let proven = 0
    let conditional = 0
    fc.assert(
      fc.property(worlds, (world) => {
        const plan = firstOf(world)?.plan
        const policy = plan?.policy ?? null
        if (plan === null || plan === undefined || policy === null) return
        // What stands behind a refused preflight isn't recorded: it is an application that responds.
        const behind = world.method === 'GET' ? world.actual : { ...app(200), by: layerIn(world) }
        const changed = (made: Made, phase: 'preflight' | 'actual') =>
          made.by === layerIn(world) && made.by !== 'cloudflare' && ![413, 502, 504].includes(made.status)
            ? configured(made, policy, phase)
            : made
        const after = firstOf({
          ...world,
          preflight: changed(world.preflight, 'preflight'),
          actual: changed(behind, 'actual'),
        })
        const outcome = after?.verdict.type
        const said = plain(plan.first ?? plan.why, (value) => value)
        if (plan.promise === 'proven') {
          proven += 1
          expect(outcome, `${said} ${JSON.stringify(world)}`).toBe('shared')
        } else if (plan.first !== null) {
          conditional += 1
          expect(outcome, `${said} ${JSON.stringify(world)}`).not.toBe('shared')
        }
      }),
      { seed: 2026, numRuns: 600 },
    )
    expect(proven).toBeGreaterThan(50)
    expect(conditional).toBeGreaterThan(50)
  })
})
