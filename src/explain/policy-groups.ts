import type { CorsPolicy } from '../fix/policy/policy.ts'
import { policyLines } from '../fix/policy/policy-lines.ts'
import { code, text } from '../text/text.ts'
import type { PolicyGroup } from './section.ts'

/** Returns the header lines of a policy, grouped by the responses that they belong in. */
export function policyGroups(policy: CorsPolicy, target: string): readonly PolicyGroup[] {
  const lines = policyLines(policy)
  const groups: readonly PolicyGroup[] = [
    {
      title: text`In every response from ${code(target)}, including errors:`,
      lines: lines.filter(({ preflightOnly }) => !preflightOnly),
    },
    {
      title: text`Only in OPTIONS responses (204, before any login):`,
      lines: lines.filter(({ preflightOnly }) => preflightOnly),
    },
  ]
  return groups.filter((group) => group.lines.length > 0)
}
