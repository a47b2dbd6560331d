import { type Bug, bugsOf } from '../bug.ts'
import type { FrameworkGuess } from '../fix/guess-framework.ts'
import type { HarEntry } from '../har/har-entry.ts'
import { type Answer, isConclusive } from './answer.ts'
import { type Answers, answersTo } from './answers.ts'
import { type Existence, type LookUp, namesToLookUp } from './existence.ts'
import { type Found, findAll } from './find-all.ts'
import { planProbes } from './plan-probes.ts'
import { recordingOfAnswers } from './recording-of-answers.ts'
import { type Sending, sendProbes } from './send-probes.ts'
import type { AuditTarget } from './target.ts'
import { type Undecided, undecidedOf } from './undecided.ts'

/** The options of an audit. */
export interface Auditing extends Sending {
  readonly lookUp: LookUp
}

/** The result of an audit. */
export interface Audit extends Answers {
  readonly found: readonly Found[]
  readonly undecided: readonly Undecided[]
  /** Whether any response shows anything. */
  readonly isConclusive: boolean
  readonly frameworks: readonly FrameworkGuess[]
  /** The responses as entries of a recording, for the redaction. */
  readonly entries: readonly HarEntry[]
  /** The parts that threw; the rest is complete. */
  readonly bugs: readonly Bug[]
}

/** Sends the requests of the plan and returns the result. */
export async function auditApi(target: AuditTarget, { lookUp, ...sending }: Auditing): Promise<Audit> {
  const all = await sendProbes(planProbes(target), sending)
  const names = all.some(({ response }) => response !== null) ? namesToLookUp(target) : []
  const existence = new Map<string, Existence>()
  for (const name of names) existence.set(name, await lookUp(name))
  return readAudit(target, all, existence)
}

/** Returns the result for the answers. */
function readAudit(
  target: AuditTarget,
  all: readonly Answer[],
  existence: ReadonlyMap<string, Existence>,
): Audit {
  const { entries, diagnoses, frameworks } = recordingOfAnswers(target.url, all)
  const answers = answersTo(target, all)
  const bugs: Bug[] = []
  const audited = { ...answers, frameworks, diagnoses, existence }
  const found = findAll(audited, (bug) => void bugs.push(bug))
  const undecided = undecidedOf(audited, found)
  return {
    ...answers,
    found,
    undecided,
    isConclusive: all.some(isConclusive),
    frameworks,
    entries,
    bugs: [...bugs, ...bugsOf(diagnoses)],
  }
}
