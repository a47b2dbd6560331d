import { describe } from 'vitest'

/** Parts of the battery that a stack may fail for a reason of its own. */
export type Part =
  | 'other methods are refused'
  | 'other headers are refused'
  | 'the preflight passes in front of authentication'
  | 'errors can be read'
  | 'varies by origin'
  | 'nothing without an origin'
  | 'keeps the preflight as long as said'
  | 'hostile names'
  | 'origins by pattern'
  | 'origins from the environment'

/**
 * What a stack cannot do, with the reason; its snippet says so in its notes, and the README's table names it. Only
 * what no short configuration can change belongs here.
 */
export type Exceptions = Partial<Readonly<Record<Part, string>>>

/** Declares a part of the battery, unless the stack is excepted from it; the README's table then leaves it out. */
export function part(name: Part, exceptions: Exceptions, body: () => void): void {
  if (exceptions[name] === undefined) describe(name, body)
}
