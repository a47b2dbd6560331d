import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { extractHeaderListValues } from '../../../src/fetch/header-list.ts'
import nginxGenerator from '../../../src/fix/generators/nginx.ts'
import { nginx } from '../../../src/fix/generators/quote/nginx.ts'
import { python } from '../../../src/fix/generators/quote/python.ts'
import { shell } from '../../../src/fix/generators/quote/shell.ts'
import type { CorsPolicy } from '../../../src/fix/policy/policy.ts'
import { hostilePolicy } from '../generators/arbitrary-policies.ts'
import { ask } from './battery/ask.ts'
import { printableValues } from './quoting/printable-values.ts'
import { readBy } from './quoting/read-by.ts'
import { installed } from './start/installed.ts'
import { startNginx } from './start/start-nginx.ts'

const SEED = 2026

describe('a literal is read back byte for byte', () => {
  test('by Python', () => {
    installed(['/usr/bin/python3', '--version'], ['python3'])
    const program =
      'import ast, json, sys; print(json.dumps([ast.literal_eval(x) for x in json.load(sys.stdin)]))'
    const read = readBy(
      ['/usr/bin/python3', '-c', program],
      JSON.stringify(printableValues.map(python.literal)),
    )
    expect(JSON.parse(read)).toEqual(printableValues)
  })

  test('by a shell', () =>
    expect(readBy(['/bin/sh'], `printf '%s\\n' ${printableValues.map(shell.literal).join(' ')}\n`)).toBe(
      `${printableValues.join('\n')}\n`,
    ))
})

const sample = fc.sample(hostilePolicy, { numRuns: 40, seed: SEED })
const isRefused = ({ methods, headers, exposed }: CorsPolicy): boolean =>
  [...methods, ...headers, ...exposed].some((name) => nginx.refuses(name) !== null)

describe('a policy of hostile names', () => {
  test('is refused for Nginx where one has a dollar sign, and only there', () => {
    const types = sample.map((policy) => nginxGenerator.generate(policy, 'https://api.example.com/').type)
    expect(types).toEqual(sample.map((policy) => (isRefused(policy) ? 'unsupported' : 'snippet')))
    expect(new Set(types).size).toBe(2)
  })

  test('is what Nginx answers, byte for byte', async () => {
    const carried = hostilePolicy.filter((policy) => !isRefused(policy))
    for (const policy of fc.sample(carried, { numRuns: 40, seed: SEED })) {
      const running = await startNginx(policy, 'root html;')
      try {
        for (const origin of policy.origins) {
          const { preflight, actual } = await ask(running.port, { origin, headers: ['x-asks-a-preflight'] })
          const lists = ['Methods', 'Headers'].map((what) =>
            extractHeaderListValues(preflight.headerList, `Access-Control-Allow-${what}`),
          )
          expect(lists).toEqual(
            [policy.methods, policy.headers].map((names) => (names.length === 0 ? null : names)),
          )
          expect(actual?.headerList).toContainEqual({ name: 'Access-Control-Allow-Origin', value: origin })
        }
      } finally {
        await running.stop()
      }
    }
  })
})
