import { spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { built } from './built.ts'
import { startDemo } from './demo/server.ts'
import { findFirefox } from './firefox/find-firefox.ts'
import { openDemo } from './open-demo.ts'

/**
 * What `npm run firefox` and `npm run chrome` do: start the installed browser with a new profile, the extension and the
 * demo. In Chrome, trials can also respond to preflights. Arguments after `firefox` are passed on to `web-ext run`.
 */
async function tryExtension([browser, ...args]: readonly string[]): Promise<number> {
  if (browser !== 'chrome' && browser !== 'firefox') {
    console.error('Which browser? npm run firefox, or npm run chrome')
    return 2
  }
  if (browser === 'chrome') {
    await openDemo()
    return 0
  }
  const demo = await startDemo()
  try {
    console.log(`The demo is at ${demo.at.page}; open DevTools there (F12) and choose WhyCORS.`)
    return await webExt([
      'run',
      '--no-config-discovery',
      `--source-dir=${built('firefox')}`,
      `--start-url=${demo.at.page}`,
      '--target=firefox-desktop',
      `--firefox=${findFirefox()}`,
      ...args,
    ])
  } finally {
    await demo.close()
  }
}

/** Runs the installed web-ext, and returns its exit code. */
function webExt(args: readonly string[]): Promise<number> {
  const program = fileURLToPath(new URL('./bin/web-ext.js', import.meta.resolve('web-ext')))
  const child = spawn(process.execPath, [program, ...args], { stdio: 'inherit' })
  // web-ext closes the browser, and this program waits for it. Ctrl+C reaches both of them anyway.
  process.on('SIGINT', () => {})
  for (const signal of ['SIGTERM', 'SIGHUP'] as const) process.on(signal, () => child.kill(signal))
  return new Promise((resolve, reject) => {
    child.once('error', reject)
    child.once('exit', (code) => resolve(code ?? 0))
  })
}

process.exitCode = await tryExtension(process.argv.slice(2))
