import { COMMAND_NAMES } from '../help.ts'

/** Returns the arguments of `whycors audit`, without the command; null if the command is another one. */
export function auditArguments(args: readonly string[]): readonly string[] | null {
  const [first, second] = args
  if (first === 'help') return second === 'audit' ? ['--help'] : null
  const command = args.find((arg) => (COMMAND_NAMES as readonly string[]).includes(arg))
  const at = args.indexOf('audit')
  return command === 'audit' ? [...args.slice(0, at), ...args.slice(at + 1)] : null
}
