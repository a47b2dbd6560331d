import { pageOf, type Situation, type Step } from './situation.ts'
import type { StepResult } from './step-result.ts'
import { urlOf } from './urls.ts'

/** What a browser made of one request, by its own account. */
export type Truth =
  /** Refused by CORS, with the browser's own code. */
  | { readonly is: 'blocked'; readonly code: string }
  /** The page got the response because CORS allows it. */
  | { readonly is: 'shared' }
  /** The page got what CORS has no say in: its own origin's, or an opaque response. */
  | { readonly is: 'outside' }
  /** CORS did not refuse it; more the browser doesn't say. */
  | { readonly is: 'passed' }
  /** It failed, and the browser says nothing of CORS. */
  | { readonly is: 'failed' }
  /** The page got the response, and its body broke. */
  | { readonly is: 'broken' }

/** What is known of a request beside what the page got. */
export interface Account {
  /** The browser's code, if it says that CORS blocked the request. */
  readonly code: string | null
  /** Whether the browser says that the request succeeded; null: it doesn't say. */
  readonly succeeded: boolean | null
  /** The mode as the server got it. */
  readonly mode: string | null
}

/** Returns what a browser made of the request of a step; without a step, of one that the page knows nothing of. */
export function truthOf(
  situation: Situation,
  step: Step | null,
  result: StepResult | null,
  { code, succeeded, mode }: Account,
): Truth {
  if (code !== null) return { is: 'blocked', code }
  switch (result?.got) {
    case 'response':
      // The page has the response and does not read on; the body broke, or the page dropped it.
      if (succeeded === false && step?.does === 'fetch' && step.after !== undefined) return { is: 'broken' }
      return { is: shareOf(situation, step, result.type, mode) }
    case 'broken':
      return { is: 'broken' }
    case 'aborted':
      return { is: 'failed' }
    case 'failure':
      // Of a response that isn't a stream of events, the browsers say that it arrived, or that it was given up.
      if (step?.does === 'events' && mode !== null) return { is: 'broken' }
      // What arrives may still be no image, no font, not the script with that hash.
      return { is: succeeded !== false && step !== null && needsMore(step) ? 'passed' : 'failed' }
    default:
      return { is: succeeded === false ? 'failed' : 'passed' }
  }
}

function shareOf(
  situation: Situation,
  step: Step | null,
  type: string | null,
  mode: string | null,
): 'shared' | 'outside' | 'passed' {
  // CORS has had its say on the worker's own request, and has none on what the worker hands on.
  if (type === 'cors' && situation.serviceWorker !== undefined) return 'passed'
  if (type !== null) return type === 'cors' ? 'shared' : 'outside'
  if (step?.does === 'socket') return 'outside'
  if (step === null || step.does === 'wait' || mode === null) return 'passed'
  if (mode !== 'cors') return 'outside'
  const isOwn = urlOf(situation, step.at).startsWith(`${pageOf(situation)}/`)
  return isOwn ? 'passed' : 'shared'
}

const needsMore = (step: Step): boolean =>
  !['fetch', 'xhr', 'socket', 'beacon'].includes(step.does) ||
  (step.does === 'fetch' && step.init?.integrity !== undefined)
