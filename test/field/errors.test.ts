import { describe, expect, it } from 'vitest'
import { guessedGenerator } from '../../src/fix/guessed-generator.ts'
import { plain } from '../../src/text/plain.ts'
import { diagnosesOf } from './verdict-on-recording.ts'

/** What is true of the blocked fetch of a recording. */
interface Truth {
  /** The causes that may be told first; empty where there must be none of `never`, whatever else. */
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
    first: ['error-response-without-headers'],
    never: ['options-not-routed'],
    says: /WebDAV/,
    layer: ['proxy', 'IIS'],
    writes: null,
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
    layer: ['app', 'Express'],
    writes: 'express',
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
