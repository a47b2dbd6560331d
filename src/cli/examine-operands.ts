import type { Examined, RecordingRedaction } from '../internal.ts'
import { examineOperand } from './examine-operand.ts'
import { inputError } from './input-error.ts'
import type { Io } from './io.ts'
import type { Options } from './options.ts'

/** Returns what is found in all the recordings that were named, or null if one can't be read; that is printed then. */
export async function examineOperands(
  options: Options,
  redaction: RecordingRedaction,
  io: Io,
): Promise<readonly Examined[] | null> {
  const examined: Examined[] = []
  for (const path of options.operands) {
    try {
      for await (const one of examineOperand(path, examined.length, options, redaction, io))
        examined.push(one)
    } catch (error) {
      io.err(`whycors: ${inputError(error, redaction.value(path))}\n`)
      return null
    } finally {
      io.progress?.clear()
    }
  }
  return examined
}
