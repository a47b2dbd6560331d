import { makeSession } from '../make-session.ts'
import { type Inspected, systemClock } from '../state/inspected.ts'
import { searchPanel } from '../state/search-panel.ts'
import type { Session } from '../state/session.ts'
import { trialHost } from './trial-host.ts'

/** Returns the session of these DevTools. */
export function devtoolsSession(inspected: Inspected): Session {
  const session = makeSession(inspected, systemClock, null, trialHost())
  // Whatever a trial changed ends with these tools; the background notices too, by the port that closes.
  window.addEventListener('pagehide', () => session.trial?.closing())
  return session
}

export { searchPanel }
