import type { TrialHost } from '../trial/trial-host.ts'
import {
  type AboutAccess,
  CAN_ANSWER,
  type FromBackground,
  type ToBackground,
  TRIAL_PORT,
} from '../trial/trial-messages.ts'
import { browser } from './browser.ts'

/** Returns the extension's background as what applies trials in the tab that these DevTools inspect. */
export function trialHost(): TrialHost {
  const { inspectedWindow } = browser.devtools
  let answersPreflights = false
  const ask = (): void =>
    void browser.runtime.sendMessage(CAN_ANSWER).then(
      (can) => {
        answersPreflights = can === true
      },
      // Without a background there is no trial either, and starting one says so.
      () => undefined,
    )
  ask()
  // The background may have been woken by that question, before the browser's offer.
  setTimeout(ask, 1000)
  /** The browser that we have started finds the tab by when its page began. */
  const withTimeOrigin = async (message: ToBackground): Promise<ToBackground> => {
    if (message.type !== 'start' || !answersPreflights) return message
    const [timeOrigin] = [await inspectedWindow.eval('performance.timeOrigin')].flat()
    return { ...message, timeOrigin: typeof timeOrigin === 'number' ? timeOrigin : null }
  }
  return {
    tabId: inspectedWindow.tabId,
    get answersPreflights() {
      return answersPreflights
    },
    async hasServiceWorker() {
      const [has] = [await inspectedWindow.eval('Boolean(navigator.serviceWorker?.controller)')].flat()
      return has === true
    },
    hasAccess: (hosts) => about({ type: 'has access', hosts }).then((has) => has === true),
    giveBack: (hosts) => about({ type: 'give back', hosts }).then((gone) => gone === true),
    connect(listen, closed) {
      const port = browser.runtime.connect({ name: TRIAL_PORT })
      port.onMessage.addListener((message) => listen(message as FromBackground))
      port.onDisconnect.addListener(closed)
      let last = Promise.resolve()
      return {
        // One after another, whatever has to be asked before.
        send: (message) => {
          last = last.then(async () => port.postMessage(await withTimeOrigin(message)))
        },
        close: () => port.disconnect(),
      }
    },
  }
}

const about = (message: AboutAccess): Promise<unknown> => browser.runtime.sendMessage(message)
