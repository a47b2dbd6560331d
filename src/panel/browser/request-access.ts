import type { RequestAccess } from '../trial/access.ts'
import { browser } from './browser.ts'

/**
 * Asks the browser for what a trial needs, in the panel itself; it has to be called while a click is handled. Firefox's
 * panels can't ask, so that its background does it in a tab.
 */
export const requestAccess: RequestAccess = async (hosts) => {
  const { permissions } = browser
  if (permissions?.request === undefined) return 'elsewhere'
  const access = { origins: [...hosts] }
  // The click counts for a few seconds, so there is time to ask whether a question is needed.
  const granted = (await permissions.contains(access)) || (await permissions.request(access))
  return granted ? 'granted' : 'refused'
}
