import { attempt, type Bug } from '../../bug.ts'
import { code, text } from '../../text/text.ts'
import type { Unsupported } from './unsupported.ts'

/** Returns what a generator or proxy writes; if it throws, an unsupported policy with the bug as the reason. */
export function writtenBy<T>(
  where: 'generator' | 'proxy',
  id: string,
  write: () => T,
): T | (Unsupported & { readonly bug: Bug }) {
  const bugs: Bug[] = []
  const written = attempt({ where, id }, (bug) => void bugs.push(bug), write)
  const [bug] = bugs
  if (written !== null || bug === undefined) return written as T
  const why = text`A bug in WhyCORS, please report it: the ${where} ${code(id)} failed: ${code(bug.message.replace(/\s+/g, ' '))}.`
  return { type: 'unsupported', why, bug }
}
