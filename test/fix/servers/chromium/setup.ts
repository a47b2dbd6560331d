import type { TestProject } from 'vitest/node'
import { launchChromium } from '../../../../src/start/chromium/launch-chromium.ts'
import { startPages } from './start-pages.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** Where the one Chromium of a run listens. */
    readonly chromium: string
  }
}

/** Starts one Chromium for all tests of a run, with an empty page at every origin that they name. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const pages = await startPages()
  const { browser, close } = await launchChromium({
    hostResolverRules: pages.hostResolverRules,
    trustedKeys: [pages.publicKeyHash],
    pipe: false,
    // Pages of http origins are to stay there.
    args: ['--disable-features=HttpsUpgrades,HttpsFirstBalancedModeAutoEnable'],
  })
  project.provide('chromium', browser.wsEndpoint())
  return async () => {
    await close()
    await pages.close()
  }
}
