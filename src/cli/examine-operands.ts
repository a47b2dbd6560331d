import type { Examined, RecordingRedaction } from '../internal.ts'
import { examineOperand } from './examine-operand.ts'
import { inputError } from './input-error.ts'
import type { Io } from './io.ts'
import { isUrl } from './is-url.ts'
import type { Options } from './options.ts'
import { RecordingError } from './recording-error.ts'

/** Returns what is found in all the recordings and URLs that were named, or null if one can't be read; that is printed then. */
export async function examineOperands(
  options: Options,
  redaction: RecordingRedaction,
  io: Io,
): Promise<readonly Examined[] | null> {
  const examined: Examined[] = []
  for (const path of options.operands) {
    try {
      if (isUrl(path)) {
        const { examineUrl } = await import('./check/examine-url.ts')
        const one = await examineUrl(path, examined.length, options, redaction, io)
        if (one === null) return null
        examined.push(one)
        continue
      }
      for await (const one of examineOperand(path, examined.length, options, redaction, io))
        examined.push(one)
    } catch (error) {
      const [cause, name] = error instanceof RecordingError ? [error.cause, error.recording] : [error, path]
      io.err(`whycors: ${inputError(cause, redaction.value(name))}\n`)
      return null
    } finally {
      io.progress?.clear()
    }
  }
  return examined
}
