import { parseUrl } from '../parse-url.ts'
import type { Trial } from './trial.ts'
import { trialHeaders } from './trial-headers.ts'

/** The parts of a rule of `declarativeNetRequest` that a trial uses; both browsers support them. */
export interface TrialRule {
  readonly id: number
  readonly condition: {
    readonly urlFilter: string
    readonly tabIds: readonly number[]
    readonly resourceTypes: readonly ['xmlhttprequest']
    readonly initiatorDomains: readonly string[]
    readonly requestMethods?: readonly ['options']
    readonly excludedRequestMethods?: readonly ['options']
  }
  readonly action: {
    readonly type: 'modifyHeaders'
    readonly responseHeaders: readonly (
      | { readonly header: string; readonly operation: 'set'; readonly value: string }
      | { readonly header: string; readonly operation: 'remove' }
    )[]
  }
}

/**
 * Returns the rules of a trial in one tab: one for preflights, one for everything else, both only for fetches from the
 * page's host to the API. Their ids are `firstId` and the one after it.
 * https://developer.chrome.com/docs/extensions/reference/api/declarativeNetRequest
 */
export function trialRules(trial: Trial, tabId: number, firstId: number): readonly [TrialRule, TrialRule] {
  const shared = {
    // The bars anchor scheme, host and port, so no other URL matches.
    urlFilter: `|${trial.target}/`,
    tabIds: [tabId],
    // Fetch, XMLHttpRequest and their preflights.
    resourceTypes: ['xmlhttprequest'],
    initiatorDomains: [parseUrl(trial.origin)?.hostname ?? ''],
  } as const
  return [
    {
      id: firstId,
      condition: { ...shared, requestMethods: ['options'] },
      action: actionOf(trial, 'preflight'),
    },
    {
      id: firstId + 1,
      condition: { ...shared, excludedRequestMethods: ['options'] },
      action: actionOf(trial, 'actual'),
    },
  ]
}

function actionOf(trial: Trial, phase: 'preflight' | 'actual'): TrialRule['action'] {
  const { set, remove } = trialHeaders(trial, phase)
  return {
    type: 'modifyHeaders',
    responseHeaders: [
      ...set.map(({ name, value }) => ({ header: name.toLowerCase(), operation: 'set', value }) as const),
      ...remove.map((name) => ({ header: name.toLowerCase(), operation: 'remove' }) as const),
    ],
  }
}
