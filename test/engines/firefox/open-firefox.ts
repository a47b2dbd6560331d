import { caseIdOf } from '../engine-case.ts'
import type { EngineSession } from '../engine-session.ts'
import { startLab } from '../lab/server.ts'
import { runSelfDriven } from '../self-driven.ts'
import { firefoxVerdict, listenToConsole, takeMessages } from './console.ts'
import { launchFirefox, type Preferences } from './launch-firefox.ts'
import { openToolbox } from './toolbox.ts'

const start = 'https://app.example.test'

/** Every host is asked of a lab's SOCKS proxy; a recording is whole only where no page's worth of it is thrown away. */
export const labPreferences = (socksPort: number): Preferences => ({
  'network.proxy.socks_port': socksPort,
  'network.proxy.socks': '127.0.0.1',
  'network.proxy.socks_version': 5,
  'network.proxy.socks_remote_dns': true,
  'network.proxy.type': 1,
  'network.proxy.no_proxies_on': '',
  'devtools.netmonitor.persistlog': true,
  'devtools.netmonitor.har.multiple-pages': false,
})

/** Returns a session with a fresh Firefox whose toolbox is open. */
export async function openFirefox(): Promise<EngineSession> {
  const cleanups: (() => unknown)[] = []
  const close = async () => {
    for (let cleanup = cleanups.pop(); cleanup; cleanup = cleanups.pop()) await cleanup()
  }
  try {
    const lab = await startLab()
    cleanups.push(lab.close)
    const { version, marionette, close: closeFirefox } = await launchFirefox(labPreferences(lab.socksPort))
    cleanups.push(closeFirefox)
    await marionette.send('Marionette:SetContext', { value: 'chrome' })
    await listenToConsole(marionette)
    const toolbox = await openToolbox(marionette)
    await marionette.send('Marionette:SetContext', { value: 'content' })
    await marionette.send('WebDriver:Navigate', { url: `${start}${lab.driver.path}` })
    await marionette.send('Marionette:SetContext', { value: 'chrome' })
    const at = { origin: start }
    const console = {
      messagesOf: takeMessages.bind(null, marionette),
      verdictOf: firefoxVerdict,
    }
    return {
      version,
      lab,
      run: (cases) => runSelfDriven(lab, console, at, cases),
      har: toolbox.har,
      liveEntries: toolbox.liveEntries,
      soak: async (soak) => {
        lab.answer(caseIdOf(soak.url) ?? '', soak.answer)
        return { outcomes: await lab.driver.soak(soak), preflights: null, codes: {} }
      },
      close,
    }
  } catch (error) {
    await close()
    throw error
  }
}
