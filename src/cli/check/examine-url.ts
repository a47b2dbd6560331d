import type { Examined, RecordingRedaction } from '../../internal.ts'
import type { Io } from '../io.ts'
import type { Options } from '../options.ts'
import { checkOperand } from './check-operand.ts'
import { tellFault, tellUnsent } from './tell-unsent.ts'

/** Calls a URL and returns what is found in that, or null if something is wrong; that is printed then. */
export async function examineUrl(
  url: string,
  file: number,
  options: Options,
  redaction: RecordingRedaction,
  io: Io,
): Promise<Examined | null> {
  const checked = await checkOperand(url, file, options, redaction, io)
  if (checked === null || tellFault(checked, redaction, io)) return null
  tellUnsent(checked, redaction, io)
  return checked.examined
}
