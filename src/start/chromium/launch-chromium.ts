import type { ChildProcess } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import puppeteer, { type Browser } from 'puppeteer-core'
import { findChromium } from './find-chromium.ts'
import { sleep } from './wait-for.ts'

export interface LaunchOptions {
  /** Directories of unpacked extensions to load. */
  readonly extensions?: readonly string[]
  /** Value of `--host-resolver-rules`, e.g. `MAP *.test 127.0.0.1`. */
  readonly hostResolverRules?: string
  /** Base64 SHA-256 of public keys whose certificates are trusted despite any other error. */
  readonly trustedKeys?: readonly string[]
  /** Google Chrome's default; Debian's Chromium blocks third-party cookies, so it is set explicitly. */
  readonly thirdPartyCookies?: boolean
  readonly headful?: boolean
  /** false: it listens on a port that several clients can connect to. Extensions can only be loaded over a pipe. */
  readonly pipe?: boolean
  /** A window for a user: with network access, without the signs of automation. */
  readonly forSomebody?: boolean
  readonly args?: readonly string[]
  /** A profile that is to be used, and kept; a fresh one that goes with the browser where none is given. */
  readonly profile?: string
}

export interface LaunchedChromium {
  readonly browser: Browser
  /** Closes the browser and removes its profile. */
  readonly close: () => Promise<void>
}

/**
 * Returns a Chromium with a profile and the given extensions. In tests, it can only reach the hosts that the rules
 * map.
 */
export async function launchChromium(options: LaunchOptions = {}): Promise<LaunchedChromium> {
  const profile = options.profile ?? mkdtempSync(join(tmpdir(), 'whycors-profile-'))
  const removeProfile = () => {
    if (options.profile !== undefined) return
    rmSync(profile, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 })
  }
  try {
    if (!existsSync(join(profile, 'Default'))) writePreferences(profile, options.thirdPartyCookies ?? true)
    const browser = await puppeteer.launch({
      executablePath: findChromium(),
      headless: !options.headful && !options.forSomebody,
      userDataDir: profile,
      // Extensions.loadUnpacked only works over the pipe.
      pipe: options.pipe ?? true,
      enableExtensions: options.pipe ?? true,
      defaultViewport: null,
      ...(options.forSomebody ? forSomebody : {}),
      args: flags(options),
    })
    const close = async () => {
      try {
        // The user may have closed it already.
        if (browser.connected) await browser.close()
      } finally {
        await exited(browser.process())
        removeProfile()
      }
    }
    try {
      // If passed to launch(), puppeteer 24 would load them without waiting.
      for (const directory of options.extensions ?? []) await browser.installExtension(directory)
    } catch (error) {
      await close()
      throw error
    }
    return { browser, close }
  } catch (error) {
    removeProfile()
    throw error
  }
}

/**
 * Resolves when the browser no longer writes to its profile. It waits a while, because a wrapper process may end before
 * the browser.
 */
function exited(process: ChildProcess | null): Promise<void> {
  if (process === null || process.exitCode !== null || process.signalCode !== null) return Promise.resolve()
  return Promise.race([sleep(5000), new Promise<void>((resolve) => process.once('exit', () => resolve()))])
}

/** The caller closes the browser; puppeteer would end the process too and leave the profile behind. */
const forSomebody = {
  ignoreDefaultArgs: ['--enable-automation'],
  handleSIGINT: false,
  handleSIGTERM: false,
  handleSIGHUP: false,
}

function flags(options: LaunchOptions): string[] {
  const args = ['--no-first-run', '--window-size=1600,1000', ...(options.args ?? [])]
  if (process.getuid?.() === 0) args.push('--no-sandbox')
  if (options.forSomebody) return args
  args.push('--disable-gpu')
  // Tests must neither depend on a network nor leak into it, so unmapped hosts don't resolve.
  const own = options.hostResolverRules ?? ''
  const loopback = ['EXCLUDE 127.0.0.1', ...(/MAP localhost\b/.test(own) ? [] : ['EXCLUDE localhost'])]
  const rules = [own, 'MAP * ~NOTFOUND', ...loopback]
  args.push(`--host-resolver-rules=${rules.filter((rule) => rule).join(',')}`)
  // Not --ignore-certificate-errors, which disables the HTTP cache.
  if (options.trustedKeys?.length) {
    args.push(`--ignore-certificate-errors-spki-list=${options.trustedKeys.join(',')}`)
  }
  return args
}

function writePreferences(profile: string, thirdPartyCookies: boolean): void {
  const directory = join(profile, 'Default')
  mkdirSync(directory)
  const preferences = { profile: { cookie_controls_mode: thirdPartyCookies ? 0 : 1 } }
  writeFileSync(join(directory, 'Preferences'), JSON.stringify(preferences))
}
