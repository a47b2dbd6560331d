import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { zipSync } from 'fflate'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { startLocalDemo } from '../demo/sample-demo.ts'
import type { OpenedInChromium } from './chromium/open-in-chromium.ts'
import { type CleanUp, cleanUp } from './clean-up.ts'
import type { OpenedInFirefox } from './firefox/open-in-firefox.ts'
import { extensionDirectory } from './opened-panel.ts'
import { browser, type OpenedPanel, openPanel } from './panel.ts'
import { isAllowed, isBlocked, startTrial } from './start-trial.ts'
import { DEMO_HOSTS, trialTools } from './trial-tools.ts'

let undo: CleanUp

beforeEach(() => {
  undo = cleanUp()
})
afterEach(() => undo.now())

/** Ends the browser as a crash does. */
async function kill(opened: OpenedPanel): Promise<void> {
  if (opened.browser === 'firefox') return (opened as OpenedInFirefox).firefox.close()
  const process = (opened as OpenedInChromium).puppeteer.browser.process()
  const ended = new Promise((resolve) => process?.once('exit', resolve))
  process?.kill('SIGKILL')
  await ended
}

/** Packs the add-on of Firefox, where only a packed one outlives the browser's run. */
function packed(directory: string): string {
  const from = extensionDirectory('firefox')
  const names = readdirSync(from, { recursive: true, encoding: 'utf8' }).filter((name) => /\.\w+$/.test(name))
  const files = names.map((name) => [name, new Uint8Array(readFileSync(join(from, name)))] as const)
  const path = join(directory, 'whycors.xpi')
  writeFileSync(path, zipSync(Object.fromEntries(files)))
  return path
}

test('a browser that was killed during a trial starts without it', async () => {
  const directory = mkdtempSync(join(tmpdir(), 'whycors-restart-'))
  undo.later(() => rmSync(directory, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 }))
  const { demo, ...places } = await startLocalDemo()
  undo.later(demo.close)
  const options = {
    profile: directory,
    extension: browser === 'firefox' ? packed(directory) : extensionDirectory('chromium'),
    startDemo: async () => ({ demo: { ...demo, close: () => Promise.resolve() }, ...places }),
    // What isn't signed can be installed to stay only in editions of Firefox for developers and organizations.
    preferences: { 'xpinstall.signatures.required': false, 'extensions.autoDisableScopes': 0 },
  }
  const first = await openPanel(options)
  undo.later(first.close)
  await trialTools(first).grant(DEMO_HOSTS)
  await startTrial(first)
  await isAllowed(first.page)
  expect(await trialTools(first).rules()).toBe(2)
  await kill(first)
  const second = await openPanel(options)
  undo.later(second.close)
  expect(await trialTools(second).rules()).toBe(0)
  await isBlocked(second.page)
})
