import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import express from '../../../src/fix/generators/express.ts'
import expressPlain from '../../../src/fix/generators/express-plain.ts'
import { apache } from '../../../src/fix/generators/quote/apache.ts'
import { caddy } from '../../../src/fix/generators/quote/caddy.ts'
import { csharp } from '../../../src/fix/generators/quote/csharp.ts'
import { haproxy } from '../../../src/fix/generators/quote/haproxy.ts'
import { java } from '../../../src/fix/generators/quote/java.ts'
import { javascript } from '../../../src/fix/generators/quote/javascript.ts'
import { nginx } from '../../../src/fix/generators/quote/nginx.ts'
import { nginxMapKey } from '../../../src/fix/generators/quote/nginx-map-key.ts'
import { python } from '../../../src/fix/generators/quote/python.ts'
import { shell } from '../../../src/fix/generators/quote/shell.ts'
import { yaml } from '../../../src/fix/generators/quote/yaml.ts'
import type { CorsPolicy } from '../../../src/fix/policy/policy.ts'
import { hostilePolicy } from './arbitrary-policies.ts'

const printable = fc.stringMatching(/^[\x20-\x7e]*$/)

/** Runs a snippet with an `app` and a `cors` that are ours, as strict code like a module's. */
const evaluate = (code: string, names: Readonly<Record<string, unknown>>): unknown =>
  new Function(...Object.keys(names), `'use strict'\n${code.replace(/^import cors.*$/m, '')}`)(
    ...Object.values(names),
  )

const codeOf = (generator: typeof express | typeof expressPlain, policy: CorsPolicy): string => {
  const snippet = generator.generate(policy, 'https://api.example.com/')
  if (snippet.type === 'unsupported') throw new Error(JSON.stringify(snippet.why))
  return snippet.code
}

describe('a literal', () => {
  test('of JavaScript is read back byte for byte', () =>
    fc.assert(
      fc.property(printable, (value) => {
        expect(new Function(`return ${javascript.literal(value)}`)()).toBe(value)
      }),
    ))

  test.each([apache, caddy, csharp, haproxy, java, javascript, nginx, python, shell, yaml])(
    'does not exist for control characters and other scripts',
    (syntax) =>
      fc.assert(
        fc.property(
          fc.constantFrom('\n', '\r', '\0', '\u2028', 'é', '\x7f', '\t'),
          printable,
          (bad, value) => {
            expect(syntax.refuses(`${value}${bad}`)).not.toBeNull()
          },
        ),
      ),
  )

  test('of Nginx does not exist for a dollar sign, and says so', () => {
    expect(nginx.refuses('x-$host')).not.toBeNull()
    expect(nginx.literal('a"b\\c')).toBe('"a\\"b\\\\c"')
  })

  test('of a long map key is an anchored regular expression for that origin alone', () => {
    const origin = 'https://feature-branch-name-web.acme-preview.vercel.app'
    const key = nginxMapKey(origin)
    expect(key).toBe('"~^https://feature-branch-name-web\\.acme-preview\\.vercel\\.app$"')
    const pattern = new RegExp(key.slice(2, -1))
    expect(pattern.test(origin)).toBe(true)
    for (const other of [`${origin}.evil`, `x${origin}`, origin.replace('.acme', 'xacme')])
      expect(pattern.test(other)).toBe(false)
  })
})

describe('a snippet for Express with hostile names', () => {
  test('gives the cors package exactly the policy', () =>
    fc.assert(
      fc.property(hostilePolicy, (policy) => {
        let given: unknown = null
        evaluate(codeOf(express, policy), {
          app: { use: () => {} },
          cors: (options: unknown) => {
            given = options
          },
        })
        const { origins, methods, headers, exposed, credentials, maxAge } = policy
        expect(given).toEqual({
          origin: origins,
          methods,
          allowedHeaders: headers,
          ...(exposed.length === 0 ? {} : { exposedHeaders: exposed }),
          ...(credentials ? { credentials } : {}),
          ...(maxAge === null ? {} : { maxAge }),
        })
      }),
    ))

  test('without a package sets exactly what it allows', () =>
    fc.assert(
      fc.property(hostilePolicy, (policy) => {
        const sent = answerOf(codeOf(expressPlain, policy), String(policy.origins[0]))
        const { methods, headers } = policy
        expect(sent['Access-Control-Allow-Origin']).toBe(policy.origins[0])
        expect(sent['Access-Control-Allow-Methods']).toBe(
          methods.length === 0 ? undefined : methods.join(', '),
        )
        expect(sent['Access-Control-Allow-Headers']).toBe(
          headers.length === 0 ? undefined : headers.join(', '),
        )
        expect(answerOf(codeOf(expressPlain, policy), 'https://foreign.invalid')).toEqual({ Vary: 'Origin' })
      }),
    ))
})

type Middleware = (request: unknown, response: unknown, next: () => void) => void

/** The headers that the middleware of a snippet sends in answer to a preflight. */
function answerOf(code: string, origin: string): Record<string, string> {
  const sent: Record<string, string> = {}
  const set = (name: string, value: string): void => {
    sent[name] = value
  }
  const asked: Record<string, string> = { Origin: origin, 'Access-Control-Request-Method': 'PUT' }
  const use = (middleware: Middleware): void =>
    middleware(
      { method: 'OPTIONS', get: (name: string) => asked[name] },
      { set, vary: (value: string) => set('Vary', value), sendStatus: () => {} },
      () => {},
    )
  evaluate(code, { app: { use } })
  return sent
}
