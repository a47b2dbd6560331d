import type { FetchRequest } from '../fetch/request.ts'
import { openBranches } from './open-branches.ts'
import type { Verdict } from './verdict.ts'

/** What the remaining branches of a fetch say about its request, as all fetches of its kind made it. */
export interface Asked extends Pick<Partial<FetchRequest>, 'mode' | 'redirectMode' | 'useCorsPreflightFlag'> {
  /** Whether it may have sent credentials. */
  readonly mayInclude: boolean
}

const known = new WeakMap<object, Asked>()

/** Returns how a request was made, as the first of the remaining branches has it. */
export function askedBy(verdict: Verdict): Asked {
  const { kind = null } = verdict.exchange
  const found = kind === null ? undefined : known.get(kind)
  if (found !== undefined) return found
  const branches = openBranches(verdict)
  const { mode, redirectMode, useCorsPreflightFlag } = branches[0]?.hypothesis.request ?? {}
  const mayInclude = branches.some(({ hypothesis }) => hypothesis.request.credentialsMode === 'include')
  const asked = {
    mayInclude,
    ...(mode === undefined ? {} : { mode }),
    ...(redirectMode === undefined ? {} : { redirectMode }),
    ...(useCorsPreflightFlag === undefined ? {} : { useCorsPreflightFlag }),
  }
  if (kind !== null) known.set(kind, asked)
  return asked
}
