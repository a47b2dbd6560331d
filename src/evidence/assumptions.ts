import type { CredentialsMode, RedirectMode, RequestMode } from '../fetch/request.ts'

/** The assumptions about a fetch behind a hypothesis, by fact. Facts that the recording decides aren't included. */
export interface Assumptions {
  readonly origin?: string
  readonly mode?: RequestMode
  readonly credentialsMode?: CredentialsMode
  /** Whether the page or the browser set headers that browsers also add themselves. */
  readonly headerList?: 'set by the browser' | 'set by the page'
  readonly redirectMode?: RedirectMode
  /** The position of the entry whose response is used for the one that wasn't recorded. */
  readonly response?: number
}

/** Returns what two sets of assumptions have in common. */
export const commonAssumptions = (a: Assumptions, b: Assumptions): Assumptions =>
  Object.fromEntries(
    Object.entries(a).filter(([name, value]) => b[name as keyof Assumptions] === value),
  ) as Assumptions
