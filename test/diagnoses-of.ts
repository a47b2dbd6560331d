import { type Diagnosis, diagnose } from '../src/diagnose.ts'
import { failOnBug } from './fail-on-bug.ts'

/** Returns what `diagnose` does; a part of WhyCORS that throws fails the test. */
export function diagnosesOf(...args: Parameters<typeof diagnose>): readonly Diagnosis[] {
  const diagnoses = diagnose(...args)
  for (const { rootCauses, cautions, plan, bugs } of diagnoses) {
    // What isn't read is never made, and could not throw.
    void [rootCauses, cautions, plan]
    for (const bug of bugs) failOnBug(bug)
  }
  return diagnoses
}
