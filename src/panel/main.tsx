import { render } from 'preact'
import { requestAccess } from './browser/request-access.ts'
import { Panel } from './frame/Panel.tsx'
import type { Session } from './state/session.ts'
import { Access } from './trial/access.ts'

declare global {
  interface Window {
    /** Set by the devtools page, before or after this script runs. */
    whycorsSession?: Session
  }
}

function mount(): void {
  const root = document.getElementById('root')
  const session = window.whycorsSession
  if (root !== null && session !== undefined) {
    const panel = (
      <Access.Provider value={requestAccess}>
        <Panel session={session} />
      </Access.Provider>
    )
    render(panel, root)
  }
}

window.addEventListener('whycors-session', mount, { once: true })
mount()
// Subscriptions to the session must not outlive this document.
window.addEventListener('pagehide', () => {
  const root = document.getElementById('root')
  if (root !== null) render(null, root)
})
