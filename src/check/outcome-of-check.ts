import type { PlayedCheck } from './play-check.ts'

/** What a browser does with a request. */
export type CheckOutcome = 'allowed' | 'blocked' | 'failed' | 'undecided'

/**
 * Returns what a browser would do. A preflight that passed counts as allowed if the request itself isn't to be sent;
 * 'undecided' means that nothing was sent at all, 'failed' that the network did.
 */
export function outcomeOfCheck({ messages, outcome }: PlayedCheck): CheckOutcome {
  if (messages.some(({ response }) => response !== null && 'fault' in response)) return 'failed'
  switch (outcome.type) {
    case 'shared':
      return 'allowed'
    case 'awaits':
      return messages.some(({ response }) => response !== null) ? 'allowed' : 'undecided'
    case 'blocked':
    // The browser refuses it for another reason, such as mixed content.
    case 'network error':
      return 'blocked'
  }
}
