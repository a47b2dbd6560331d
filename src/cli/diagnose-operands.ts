import type { Diagnosis, RecordingRedaction } from '../internal.ts'
import { examineOperands } from './examine-operands.ts'
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
  const examined = await examineOperands(options, redaction, io)
  return examined === null ? null : examined.flatMap(({ diagnoses }) => diagnoses)
}
