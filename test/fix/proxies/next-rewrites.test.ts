import { describe } from 'vitest'
import nextRewrites from '../../../src/fix/proxies/next-rewrites.ts'
import { versionOfPackage } from '../servers/start/installed.ts'
import { proxyRunsOn } from '../servers/start/runs-on.ts'
import { start } from '../servers/start/start.ts'
import { proxiedBattery } from './proxied-battery.ts'

/**
 * The paths of the API end in a slash, and a note says what they need then. The packages are a link out of the
 * folder, which Turbopack follows only below its root.
 */
const CONFIGURATION = "export default { skipTrailingSlashRedirect: true, turbopack: { root: '/' } }"

const PAGE = `export const GET = () =>
  new Response('<!doctype html><title>own page</title>', { headers: { 'Content-Type': 'text/html' } })
`

describe('Next.js', () => {
  proxiedBattery(
    nextRewrites,
    (snippetAt) =>
      start({
        files: ({ port }) => ({
          'proxy.js': snippetAt(port).code,
          'next.config.mjs': CONFIGURATION,
          'app/route.js': PAGE,
        }),
        command: ({ port }) => [
          ...(['env', 'NEXT_TELEMETRY_DISABLED=1', process.execPath] as const),
          ...['node_modules/next/dist/bin/next', 'dev', '--hostname=127.0.0.1', `--port=${port}`],
        ],
      }),
    { dropResponseHeaders: 'Access-Control-Allow-Origin' },
  )

  proxyRunsOn('next-rewrites', () => `Next.js ${versionOfPackage('next')}`, { exactly: true })
})
