import type { Console, Engine, EngineId } from '../engines/engine.ts'
import type { Branch } from './branch.ts'
import type { EngineVerdict } from './verdict.ts'

/**
 * Returns an engine's verdict on a fetch over every remaining hypothesis: its outcome, every code that it may print, and
 * its message if only one is possible.
 */
export function judgeEngine<Id extends EngineId>(
  engine: Engine<Id>,
  branches: readonly Branch[],
  console: Console,
): EngineVerdict<Id> {
  const failures = branches.flatMap(({ outcome }) => (outcome.type === 'blocked' ? [outcome.failure] : []))
  const codes = [...new Set(failures.map(engine.code).filter((code) => code !== null))]
  const messages = [...new Set(failures.map((failure) => engine.message(failure, console)))]
  const [message = null] = messages
  const decided = codes.length === 1 && failures.every((failure) => engine.code(failure) !== null)
  return {
    outcome: outcomeOf(branches),
    code: decided ? (codes[0] ?? null) : null,
    codes,
    message: messages.length === 1 ? message : null,
  }
}

function outcomeOf(branches: readonly Branch[]): EngineVerdict['outcome'] {
  const types = new Set(branches.map(({ outcome }) => outcome.type))
  if (types.has('blocked')) return types.size === 1 ? 'blocked' : 'depends'
  return types.size === 1 && types.has('shared') ? 'shared' : 'cannot-tell'
}
