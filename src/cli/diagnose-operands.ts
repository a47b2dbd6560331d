import type { Diagnosis, RecordingRedaction } from '../internal.ts'
import { examineOperand } from './examine-operand.ts'
import { inputError } from './input-error.ts'
import type { Io } from './io.ts'
import type { Options } from './options.ts'

/**
 * Returns what is found in the recordings that were named; null where one cannot be read, which `err` is told.
 */
export async function diagnoseOperands(
  options: Options,
  redaction: RecordingRedaction,
  io: Io,
): Promise<readonly Diagnosis[] | null> {
  const found: (readonly Diagnosis[])[] = []
  for (const [file, path] of options.operands.entries()) {
    try {
      found.push((await examineOperand(path, file, options, redaction, io)).diagnoses)
    } catch (error) {
      io.err(`whycors: ${inputError(error, path)}\n`)
      return null
    }
  }
  return found.flat()
}
