import type { Answer } from './answer.ts'
import { type Probe, probeKey } from './probe.ts'
import type { AuditTarget } from './target.ts'

/** The answers to all probes of an audit. */
export interface Answers {
  readonly target: AuditTarget
  readonly all: readonly Answer[]
  /** Returns the answer to a probe of the plan. */
  of(probe: Probe): Answer
}

/** Returns the answers, indexed by probe. */
export function answersTo(target: AuditTarget, all: readonly Answer[]): Answers {
  const byKey = new Map(all.map((answer) => [probeKey(answer.probe), answer]))
  return {
    target,
    all,
    of: (probe) =>
      byKey.get(probeKey(probe)) ?? {
        index: -1,
        probe,
        response: null,
        why: { notSent: 'stopped' },
        madeBefore: null,
      },
  }
}
