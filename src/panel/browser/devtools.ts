import type { Session } from '../state/session.ts'
import { browser } from './browser.ts'
import { heldBack } from './held-back.ts'
import { inspectedPage } from './inspected-page.ts'

/** Chrome's own search box searches the panel; Firefox has nothing of the kind, nor have the types. */
interface UntypedPanel {
  readonly onSearch?: { addListener(listener: (action: string, text?: string) => void): void }
}

// This page lives as long as these DevTools do, whether the panel is shown or not; the panel's own document is
// thrown away each time DevTools is docked elsewhere. So everything is kept here and handed to the panel.
const load = () => import('./devtools-session.ts')
let session: Promise<Session> | null = null
/** Most DevTools are opened without a thought of CORS: what diagnoses is loaded once there is something to diagnose. */
const started = (): Promise<Session> => {
  session ??= load().then(({ devtoolsSession }) => {
    const made = devtoolsSession(inspected)
    release()
    return made
  })
  return session
}
const { inspected, release } = heldBack(inspectedPage(), () => void started())

browser.devtools.panels.create('WhyCORS', 'icons/32.png', 'panel.html').then((panel) => {
  panel.onShown.addListener(async (window) => {
    const shown = await started()
    window.whycorsSession = shown
    window.dispatchEvent(new Event('whycors-session'))
    shown.shown()
  })
  panel.onHidden.addListener(async () => (await started()).hidden())
  ;(panel as UntypedPanel).onSearch?.addListener(async (action, text) => {
    const [{ searchPanel }, { store }] = [await load(), await started()]
    searchPanel(store, action, text)
  })
})
