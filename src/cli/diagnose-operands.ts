import type { Diagnosis, RecordingRedaction } from '../internal.ts'
import { examineOperands } from './examine-operands.ts'
import type { Io } from './io.ts'
import type { Options } from './options.ts'

/** Returns the diagnoses of the given recordings; null if one can't be read, which is printed to `err`. */
export async function diagnoseOperands(
  options: Options,
  redaction: RecordingRedaction,
  io: Io,
): Promise<readonly Diagnosis[] | null> {
  const examined = await examineOperands(options, redaction, io)
  return examined === null ? null : examined.flatMap(({ diagnoses }) => diagnoses)
}
