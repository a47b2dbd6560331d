import { describe, expect, test } from 'vitest'
import nextjsRoute from '../../../src/fix/generators/nextjs-route.ts'
import { APP, policies } from '../policies.ts'
import { ask } from './battery/ask.ts'
import { battery } from './battery/battery.ts'
import { serving } from './battery/serving.ts'
import { variesByOrigin } from './battery/varies-by-origin.ts'
import { builtByNext } from './start/build-next.ts'
import { codeOf } from './start/code-of.ts'
import { versionOfPackage } from './start/installed.ts'
import { runsOn } from './start/runs-on.ts'
import { nextPolicies, startNext } from './start/start-next.ts'

const OUTSIDE = 'Next.js answers a path without a route and a method without a handler by itself'

describe('Next.js, for single route handlers', () => {
  const app = builtByNext(() => ({
    ...Object.fromEntries(
      Object.entries(nextPolicies).map(([name, policy]) => [
        `policies/${name}.ts`,
        codeOf(nextjsRoute, policy),
      ]),
    ),
    'lib/cors.ts': cors(Object.keys(nextPolicies)),
    'app/items/route.js': route(['GET', 'PUT', 'DELETE'], '(request) => Response.json(request.method)'),
    'app/private/route.js': route(
      ['GET', 'PUT'],
      "(request) => new Response(null, { status: request.headers.has('Authorization') ? 200 : 401 })",
    ),
    'app/boom/route.js': route(['GET'], "(request) => { throw new Error('boom ' + request.method) }"),
    'app/bad/route.js': route(['GET'], '() => new Response(null, { status: 502 })'),
    'app/away/route.js': route(['GET'], "() => Response.redirect('https://elsewhere.invalid/')"),
    'app/left/route.js': `import { redirect } from 'next/navigation'
${route(['GET'], "() => redirect('https://elsewhere.invalid/')")}`,
  }))
  battery((policy) => startNext(app.folder, policy), {
    'errors can be read': OUTSIDE,
    'varies by origin': OUTSIDE,
  })

  describe('of the errors', () => {
    const server = serving((policy) => startNext(app.folder, policy), policies.credentials)

    test.each([
      ['/private', 401],
      ['/boom', 500],
      ['/bad', 502],
    ])('that of a handler can be read and varies by origin: %s %i', async (path, status) => {
      const { outcome, actual } = await ask(server.port, { origin: APP, path, credentials: true })
      expect([outcome, actual?.status]).toEqual(['shared', status])
      expect(variesByOrigin(actual?.headerList ?? [])).toBe(true)
    })

    test.each([
      ['/away', 302],
      ['/left', 307],
    ])('a redirect stays one: %s %i', async (path, status) => {
      const { actual } = await ask(server.port, { origin: APP, path })
      expect(actual?.status).toBe(status)
    })
  })

  runsOn('nextjs-route', () => `Next.js ${versionOfPackage('next')}`, { exactly: true })
})

const route = (methods: readonly string[], handler: string): string => `
import { withCors } from '../../lib/cors'
export { OPTIONS } from '../../lib/cors'

${methods.map((method) => `export const ${method} = withCors(${handler})`).join('\n')}
`

/** One file that holds the snippets of all policies, each whole and in a module of its own. */
const cors = (names: readonly string[]): string => `
${names.map((name, i) => `import * as cors${i} from '../policies/${name}'`).join('\n')}

const all = { ${names.map((name, i) => `${JSON.stringify(name)}: cors${i}`).join(', ')} }

export const withCors = (handler) => (...args) => all[process.env.POLICY].withCors(handler)(...args)
export const OPTIONS = (request) => all[process.env.POLICY].OPTIONS(request)
`
