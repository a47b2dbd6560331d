import type { Notice } from '../cautions/index.ts'
import type { Text } from '../text/text.ts'
import type { Evidenced } from './evidenced.ts'
import type { Correction } from './frameworks/framework.ts'
import { defineLint, type Lint } from './lint.ts'
import { strangerPreflight, strangerProbe } from './reflections.ts'
import type { Severity } from './severity.ts'
import { ownPreflight, trustedProbes } from './trusted-probes.ts'

interface CautionLint<Id extends string> {
  /** The caution's id. */
  readonly id: Id
  readonly means: string
  readonly cwe: string | null
  readonly correction: Correction | null
  readonly severity: Severity
  readonly yieldsTo?: readonly string[]
  fix(): Text
}

/**
 * Returns a lint for something that recordings show too: it reports what the caution with the same id finds in the
 * responses.
 */
export const defineCautionLint = <const Id extends string>({
  id,
  severity,
  ...lint
}: CautionLint<Id>): Lint<Id, Notice> =>
  defineLint({
    ...lint,
    id,
    probes: (target) => [
      ...trustedProbes(target),
      ownPreflight(target),
      strangerProbe(target),
      strangerPreflight(target),
    ],
    finds: ({ diagnoses }) =>
      diagnoses.flatMap(({ cautions }) => cautions).find((notice) => notice.id === id) ?? null,
    severity: () => severity,
    says: ({ summary, detail }) => ({ summary, detail }),
    evidence: (notice): readonly Evidenced[] =>
      notice.evidence.map(({ entry, field, value }) => ({ request: entry, field, value })),
  })
