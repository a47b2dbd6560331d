import { describe, expect, it } from 'vitest'
import { guessedGenerator } from '../../src/fix/guessed-generator.ts'
import { plain } from '../../src/text/plain.ts'
import { diagnosesOf } from './verdict-on-recording.ts'

/** What is true of the blocked fetch of a recording. */
interface Truth {
  /** The causes that may be told first; empty if there must be none of `never`, whatever else. */
  readonly first: readonly string[]
  readonly never: readonly string[]
  readonly says?: RegExp
  readonly layer: readonly [string, string | null] | null
  /** What `fix` writes without being told; null: it has to ask. */
  readonly writes: string | null
}

const TRUTH: Readonly<Record<string, Truth>> = {
  'fastapi-500-simple': {
    first: ['error-response'],
    never: ['nginx-without-always'],
    says: /exception/,
    layer: ['app', 'Starlette (FastAPI)'],
    writes: 'fastapi',
  },
  'fastapi-500-behind-nginx': {
    first: ['error-response-without-headers'],
    never: ['nginx-without-always'],
    says: /Starlette/,
    layer: ['app', 'Starlette (FastAPI)'],
    writes: 'fastapi',
  },
  'nginx-413-express': {
    first: ['proxy-error'],
    never: ['nginx-without-always', 'error-response-without-headers'],
    says: /`client_max_body_size`/,
    layer: ['proxy', 'nginx'],
    writes: 'nginx',
  },
  'b-cf-522': {
    first: ['error-response'],
    never: ['waf-challenge'],
    says: /Cloudflare/,
    layer: ['cdn', 'Cloudflare'],
    writes: null,
  },
  'iis-webdav-405': {
    first: ['iis-webdav'],
    never: ['options-not-routed', 'error-response-without-headers'],
    says: /WebDAVModule/,
    layer: ['proxy', 'IIS'],
    writes: 'iis',
  },
  'cors-callback-error': {
    first: ['cors-callback-error'],
    never: ['error-response'],
    says: /callback\(null, false\)/,
    layer: ['app', 'Express'],
    writes: 'express',
  },
  'spring-star-credentials-500': {
    first: ['spring-star-with-credentials'],
    never: ['preflight-error'],
    says: /allowedOriginPatterns/,
    layer: null,
    writes: null,
  },
  'b-actix-400': {
    first: ['actix-cors-refused'],
    never: ['preflight-error'],
    says: /allowed_origin/,
    layer: null,
    writes: null,
  },
  'firebase-iam-403': {
    first: ['google-invoker-missing'],
    never: ['preflight-error', 'options-not-routed'],
    says: /`allUsers`.*`roles\/cloudfunctions\.invoker`/,
    layer: ['gateway', "Google's front end"],
    writes: null,
  },
  'airtunes-403': {
    first: ['airplay-receiver'],
    never: ['preflight-error'],
    says: /another port/,
    layer: ['product', "macOS's AirPlay Receiver"],
    writes: null,
  },
  's3-region-307': {
    first: ['s3-region-redirect'],
    never: ['www-redirect'],
    says: /region: 'us-east-2'.*breaks its signature/,
    layer: ['product', 'Amazon S3'],
    writes: 'aws-s3',
  },
  'codespaces-302': {
    first: ['private-forwarded-port'],
    never: ['login-redirect'],
    says: /public/,
    layer: null,
    writes: null,
  },
  'b-rails-devise': {
    first: ['login-redirect'],
    never: ['redirect-not-followed'],
    says: /login/,
    layer: ['app', 'Rails'],
    writes: 'rails',
  },
  'b-double-slash-308': {
    first: ['double-slash-redirect'],
    never: ['redirect-not-followed'],
    says: /two slashes/,
    layer: ['gateway', 'Vercel'],
    writes: null,
  },
  'apigw-lambda-proxy-400': {
    first: ['error-response-without-headers'],
    never: ['api-gateway-error'],
    says: /function/,
    layer: ['app', 'the Lambda function'],
    writes: 'lambda',
  },
  'express-json-array': {
    first: ['allow-origin-as-written'],
    never: ['set-twice'],
    says: /parse it/,
    layer: ['app', 'Express'],
    writes: 'express',
  },
  'keycloak-weborigins': {
    first: [],
    never: [],
    layer: ['product', 'Keycloak'],
    writes: 'keycloak',
  },
  vite: {
    first: [],
    never: [],
    layer: ['product', 'Vite'],
    writes: 'vite',
  },
  'azurefn-acac': {
    first: [],
    never: [],
    layer: ['product', 'Azure App Service or Functions, platform CORS'],
    writes: 'azure-web-apps',
  },
  'null-add-to-list': {
    first: ['sandboxed-frame'],
    never: ['allow-list-miss'],
    layer: ['page', null],
    writes: null,
  },
  'socketio-star': {
    first: [],
    never: ['middleware-on-some-paths'],
    layer: ['product', 'Socket.IO'],
    writes: 'socket-io',
  },
}

describe.each(Object.entries(TRUTH))('%s', (name, truth) => {
  const [diagnosis] = diagnosesOf(name).filter(({ plan }) => plan !== null)
  const causes = diagnosis?.rootCauses ?? []

  it('has the cause that was confirmed, and none that is false', () => {
    if (truth.first.length > 0) expect(truth.first).toContain(causes[0]?.id)
    for (const id of truth.never) expect(causes.map((cause) => cause.id)).not.toContain(id)
    if (truth.says === undefined) return
    expect(
      plain([...(causes[0]?.summary ?? []), ' ', ...(causes[0]?.detail ?? [])], (value) => value),
    ).toMatch(truth.says)
  })

  it('names who made the blocked response, and writes for that', () => {
    const plan = diagnosis?.plan ?? null
    const layer = plan?.layer ?? null
    expect(layer === null ? null : [layer.who, layer.name]).toEqual(truth.layer)
    const guessed =
      plan === null || plan.policy === null ? null : guessedGenerator(plan.frameworks, plan.layer)
    expect(guessed?.generator.id ?? null).toBe(truth.writes)
  })
})
