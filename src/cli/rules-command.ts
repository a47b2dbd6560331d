import { allRules } from '../index.ts'
import type { ExitCode } from './exit-code.ts'
import type { Io } from './io.ts'
import type { Options } from './options.ts'

/** Prints the rules, or what one of them means. */
export function rulesCommand({ operands }: Options, io: Io): ExitCode {
  const [wanted] = operands
  if (wanted === undefined) {
    io.out(`${allRules.map(({ id, means }) => `${id}\n    ${means}`).join('\n')}\n`)
    return 0
  }
  const rule = allRules.find(({ id }) => id === wanted)
  if (rule === undefined) {
    io.err(`whycors: there is no rule ${JSON.stringify(wanted)}; "whycors rules" lists them\n`)
    return 2
  }
  io.out(`${rule.id}\n\n${rule.means}\n`)
  return 0
}
