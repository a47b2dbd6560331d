import { makeSession } from '../make-session.ts'
import { systemClock } from '../state/inspected.ts'
import { searchPanel } from '../state/search-panel.ts'
import { browser } from './browser.ts'
import { inspectedPage } from './inspected-page.ts'
import { trialHost } from './trial-host.ts'

/** Chrome's own search box searches the panel; Firefox has nothing of the kind, nor have the types. */
interface UntypedPanel {
  readonly onSearch?: { addListener(listener: (action: string, text?: string) => void): void }
}

// This page lives as long as these DevTools do, whether the panel is shown or not; the panel's own document is
// thrown away each time DevTools is docked elsewhere. So everything is kept here and handed to the panel.
const session = makeSession(inspectedPage(), systemClock, null, trialHost())
// Whatever a trial changed ends with these tools; the background notices too, by the port that closes.
window.addEventListener('pagehide', () => session.trial?.closing())

browser.devtools.panels.create('WhyCORS', 'icons/32.png', 'panel.html').then((panel) => {
  panel.onShown.addListener((window) => {
    window.whycorsSession = session
    window.dispatchEvent(new Event('whycors-session'))
    session.shown()
  })
  panel.onHidden.addListener(() => session.hidden())
  ;(panel as UntypedPanel).onSearch?.addListener((action, text) => searchPanel(session.store, action, text))
})
