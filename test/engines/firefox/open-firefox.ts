import type { EngineSession } from '../engine-session.ts'
import { startLab } from '../lab/server.ts'
import { runSelfDriven } from '../self-driven.ts'
import { firefoxVerdict, listenToConsole, takeMessages } from './console.ts'
import { launchFirefox } from './launch-firefox.ts'
import { openToolbox } from './toolbox.ts'

const start = 'https://app.example.test'

/** Returns a session with a fresh Firefox whose toolbox is open. */
export async function openFirefox(): Promise<EngineSession> {
  const cleanups: (() => unknown)[] = []
  const close = async () => {
    for (let cleanup = cleanups.pop(); cleanup; cleanup = cleanups.pop()) await cleanup()
  }
  try {
    const lab = await startLab()
    cleanups.push(lab.close)
    const { version, marionette, close: closeFirefox } = await launchFirefox(lab.socksPort)
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
      run: (cases) => runSelfDriven(lab, console, at, cases),
      har: toolbox.har,
      liveEntries: toolbox.liveEntries,
      close,
    }
  } catch (error) {
    await close()
    throw error
  }
}
