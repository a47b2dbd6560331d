import type { TrialHost } from '../trial/trial-host.ts'
import { type FromBackground, TRIAL_PORT } from '../trial/trial-messages.ts'
import { browser } from './browser.ts'

/** Returns the extension's background as what applies trials in the tab that these DevTools inspect. */
export const trialHost = (): TrialHost => ({
  tabId: browser.devtools.inspectedWindow.tabId,
  answersPreflights: false,
  connect(listen, closed) {
    const port = browser.runtime.connect({ name: TRIAL_PORT })
    port.onMessage.addListener((message) => listen(message as FromBackground))
    port.onDisconnect.addListener(closed)
    return {
      send: (message) => port.postMessage(message),
      close: () => port.disconnect(),
    }
  },
})
