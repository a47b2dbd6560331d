import { listIn } from '../parts/untrusted.ts'
import type { Inspected } from '../state/inspected.ts'
import { browser } from './browser.ts'

/** Chromium gives the HAR to a callback only, and its `openResource` takes a column; the types know of neither. */
interface UntypedNetwork {
  getHAR(callback: (log: unknown) => void): void
}
interface UntypedPanels {
  readonly network?: { show?(options: { readonly filter: string }): unknown }
  openResource?(url: string, line: number, column: number, callback: () => void): void
}

/** Returns the page that these DevTools inspect. */
export function inspectedPage(): Inspected {
  const { network, inspectedWindow, panels } = browser.devtools
  const untypedPanels = panels as unknown as UntypedPanels
  return {
    browser: navigator.userAgent.includes('Firefox/') ? 'firefox' : 'chromium',
    onEntry: (listener) => network.onRequestFinished.addListener(listener),
    onNavigated: (listener) => network.onNavigated.addListener((url) => listener(url)),
    entriesSoFar: () =>
      new Promise((resolve) => {
        ;(network as unknown as UntypedNetwork).getHAR((log) => resolve(listIn(log, 'entries')))
      }),
    async evaluate(expression) {
      try {
        // Firefox answers with value and error, Chrome's own `browser` with the value alone. No expression of the panel
        // has an array for a value.
        const answer: unknown = await inspectedWindow.eval(expression)
        return (Array.isArray(answer) ? answer[0] : answer) ?? null
      } catch {
        return null
      }
    },
    openInNetwork:
      untypedPanels.network?.show === undefined
        ? null
        : (method, url) => void untypedPanels.network?.show?.({ filter: `method:${method} url:${url}` }),
    reload: (script) => void inspectedWindow.reload(script === null ? {} : { injectedScript: script }),
    openSource: (url, line, column) =>
      new Promise((resolve) => {
        if (untypedPanels.openResource === undefined) return resolve(false)
        untypedPanels.openResource(url, line, column, () => resolve(true))
      }),
  }
}
