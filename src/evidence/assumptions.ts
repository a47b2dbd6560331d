import type { CredentialsMode, RedirectMode, RequestMode } from '../fetch/request.ts'

/** What has to be assumed about a fetch for a hypothesis to hold, by fact; a fact that the recording decides isn't named. */
export interface Assumptions {
  readonly origin?: string
  readonly mode?: RequestMode
  readonly credentialsMode?: CredentialsMode
  /** Who set the headers that browsers add on their own too. */
  readonly headerList?: 'set by the browser' | 'set by the page'
  readonly redirectMode?: RedirectMode
  /** The position of the entry whose response stands in for the one that wasn't recorded. */
  readonly response?: number
}

/** Returns what two sets of assumptions have in common. */
export const commonAssumptions = (a: Assumptions, b: Assumptions): Assumptions =>
  Object.fromEntries(
    Object.entries(a).filter(([name, value]) => b[name as keyof Assumptions] === value),
  ) as Assumptions
