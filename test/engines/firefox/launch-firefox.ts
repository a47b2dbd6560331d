import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { findFirefox } from '../../../src/start/firefox/find-firefox.ts'
import { freePort } from '../../free-port.ts'
import { connectMarionette, type Marionette } from './marionette.ts'

export interface RunningFirefox {
  readonly version: string
  readonly marionette: Marionette
  readonly close: () => Promise<void>
}

/** Nothing of these changes how CORS is decided: no first-run pages, no traffic of Firefox's own, certificates aside. */
const preferences: Preferences = {
  'app.update.enabled': false,
  'browser.aboutwelcome.enabled': false,
  'browser.safebrowsing.update.enabled': false,
  'browser.sessionstore.resume_from_crash': false,
  'browser.shell.checkDefaultBrowser': false,
  'browser.startup.homepage': 'about:blank',
  'browser.startup.page': 0,
  'datareporting.policy.dataSubmissionEnabled': false,
  'datareporting.policy.dataSubmissionPolicyBypassNotification': true,
  'devtools.everOpened': true,
  'devtools.toolbox.host': 'window',
  'extensions.getAddons.cache.enabled': false,
  'extensions.update.enabled': false,
  'network.captive-portal-service.enabled': false,
  'network.connectivity-service.enabled': false,
  'services.settings.server': 'data:,#remote-settings-dummy/v1',
  'termsofuse.bypassNotification': true,
  'toolkit.telemetry.enabled': false,
}

/** How long a busy machine may take to start a browser, in milliseconds. */
const patience = 60_000

export type Preferences = Readonly<Record<string, boolean | number | string>>

/**
 * Returns a Firefox without a window, which takes any certificate; it has further preferences where given, and a fresh
 * profile unless one is given, which is kept.
 */
export async function launchFirefox(more: Preferences, kept: string | null = null): Promise<RunningFirefox> {
  const path = findFirefox()
  const profile = kept ?? mkdtempSync(join(tmpdir(), 'whycors-firefox-'))
  const port = await freePort()
  const all = { ...preferences, ...more, 'marionette.port': port }
  const lines = Object.entries(all).map(
    ([name, value]) => `user_pref(${JSON.stringify(name)}, ${JSON.stringify(value)});`,
  )
  writeFileSync(join(profile, 'user.js'), `${lines.join('\n')}\n`)
  const args = ['--marionette', '--remote-allow-system-access', '--no-remote', '--headless']
  const child = spawn(path, [...args, '--profile', profile, 'about:blank'], {
    stdio: 'ignore',
    detached: true,
    env: { ...process.env, MOZ_CRASHREPORTER_DISABLE: '1' },
  })
  // A process group of its own: what is found may be a script that starts the browser.
  const kill = () => {
    try {
      if (child.pid !== undefined) process.kill(-child.pid, 'SIGKILL')
    } catch {
      // It has ended already.
    }
  }
  process.once('exit', kill)
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  const failed = new Promise<never>((_, reject) => {
    child.once('error', (error) => reject(new Error(`Firefox did not start: ${error.message}`)))
    child.once('exit', (code) => reject(new Error(`Firefox ended with code ${code}`)))
  })
  failed.catch(() => {})
  const close = async () => {
    kill()
    await ended
    process.off('exit', kill)
    if (kept === null) rmSync(profile, { recursive: true, force: true, maxRetries: 5 })
  }
  try {
    const marionette = await Promise.race([connectMarionette(port, patience), failed])
    const capabilities = { acceptInsecureCerts: true }
    const session = (await marionette.send('WebDriver:NewSession', capabilities)) as {
      readonly capabilities: { readonly browserVersion: string }
    }
    await marionette.send('WebDriver:SetTimeouts', { script: 120_000 })
    const version = `Firefox ${session.capabilities.browserVersion}`
    return { version, marionette, close }
  } catch (error) {
    await close()
    throw error
  }
}
