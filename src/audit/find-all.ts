import { attempt, type ReportBug } from '../bug.ts'
import type { Text } from '../text/text.ts'
import type { Evidenced } from './evidenced.ts'
import { correctionFor } from './frameworks/correction-for.ts'
import type { AnyLint, Audited } from './lint.ts'
import { lints } from './lints/index.ts'
import { SEVERITIES, type Severity } from './severity.ts'

/** A mistake that an audit found, in words. */
export interface Found {
  readonly lint: AnyLint
  readonly severity: Severity
  readonly summary: Text
  readonly detail: Text
  /** The most important place first. */
  readonly evidence: readonly Evidenced[]
  /** What to change, with the framework's setting if the framework was recognized. */
  readonly fix: Text
}

/** Returns what the lints find, the most serious first. A lint that throws is skipped and reported. */
export function findAll(audited: Audited, report: ReportBug): readonly Found[] {
  const found = lints.flatMap(
    (lint) => attempt({ where: 'lint', id: lint.id }, report, () => foundBy(lint, audited)) ?? [],
  )
  const isFound = (id: string): boolean => found.some(({ lint }) => lint.id === id)
  return found
    .filter(({ lint }) => !(lint.yieldsTo ?? []).some(isFound))
    .toSorted((a, b) => SEVERITIES.indexOf(a.severity) - SEVERITIES.indexOf(b.severity))
}

function foundBy(lint: AnyLint, audited: Audited): Found | null {
  const args: unknown = lint.finds(audited)
  if (args === null) return null
  const { summary, detail } = lint.says(args)
  return {
    lint,
    severity: lint.severity(args),
    summary,
    detail,
    evidence: lint.evidence(args),
    fix: [
      ...lint.fix(args),
      ...(lint.correction === null ? [] : correctionFor(lint.correction, audited.frameworks)),
    ],
  }
}
