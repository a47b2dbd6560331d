import { describe, expect, test } from 'vitest'
import { get } from '../../../src/fetch/header-list.ts'
import nextjs from '../../../src/fix/generators/nextjs.ts'
import { APP, policies } from '../policies.ts'
import { battery } from './battery/battery.ts'
import { PLACES } from './battery/places.ts'
import { send } from './battery/send.ts'
import { serving } from './battery/serving.ts'
import { variesByOrigin } from './battery/varies-by-origin.ts'
import { builtByNext } from './start/build-next.ts'
import { codeOf } from './start/code-of.ts'
import { versionOfPackage } from './start/installed.ts'
import { runsOn } from './start/runs-on.ts'
import { nextPolicies, startNext } from './start/start-next.ts'

describe('Next.js, for all routes', () => {
  const app = builtByNext(() => ({
    ...Object.fromEntries(
      Object.entries(nextPolicies).map(([name, policy]) => [`policies/${name}.ts`, codeOf(nextjs, policy)]),
    ),
    'proxy.ts': proxy(Object.keys(nextPolicies)),
    'app/items/route.js': `export const GET = (request) => Response.json({ method: request.method })
export const PUT = GET
export const DELETE = GET
`,
    'app/private/route.js': `export const GET = (request) =>
  new Response(null, { status: request.headers.has('Authorization') ? 200 : 401 })
export const PUT = GET
`,
    'app/only-get/route.js': "export const GET = () => new Response('[]')\n",
    'app/boom/route.js': "export const GET = (request) => { throw new Error('boom ' + request.method) }\n",
    'app/bad/route.js': 'export const GET = (request) => new Response(request.method, { status: 502 })\n',
  }))
  battery((policy) => startNext(app.folder, policy), {
    'varies by origin': 'Next.js replaces the Vary of pages, its 404 among them (vercel/next.js#85999)',
  })

  describe('what handlers answer', () => {
    const server = serving((policy) => startNext(app.folder, policy), policies.credentials)
    const handled = PLACES.filter(([, path]) => path !== '/gone')

    test.each(handled)('%s %s varies by origin, whoever asks', async (method, path) => {
      for (const headers of [{ Origin: APP }, {}]) {
        const { headerList } = await send(server.port, { method, path, headers })
        expect(variesByOrigin(headerList)).toBe(true)
      }
    })

    test('the 404 page does not vary by origin, but no cache keeps it', async () => {
      const { headerList } = await send(server.port, {
        method: 'GET',
        path: '/gone',
        headers: { Origin: APP },
      })
      expect(variesByOrigin(headerList)).toBe(false)
      expect(get(headerList, 'Cache-Control')).toContain('no-store')
    })
  })

  runsOn('nextjs', () => `Next.js ${versionOfPackage('next')}`, { exactly: true })
})

/** One file that holds the snippets of all policies, each whole and in a module of its own. */
const proxy = (names: readonly string[]): string => `
${names.map((name, i) => `import { proxy as proxy${i} } from './policies/${name}'`).join('\n')}

const proxies = { ${names.map((name, i) => `${JSON.stringify(name)}: proxy${i}`).join(', ')} }

export const proxy = (request) => proxies[process.env.POLICY](request)
`
