import { type Examined, examine, type RecordingRedaction } from '../internal.ts'
import type { Io } from './io.ts'
import type { Options } from './options.ts'

/** Reads and diagnoses one recording of the command line, and warns if it's cut off. Rejects with what {@link inputError} puts into words. */
export async function examineOperand(
  path: string,
  file: number,
  { engine, origin }: Options,
  redaction: RecordingRedaction,
  io: Io,
): Promise<Examined> {
  const name = path === '-' ? 'standard input' : path
  const examined = await examine(io.read(path), { name, file, engine, origin, redaction })
  const { truncated } = examined
  if (truncated !== null)
    io.err(
      `whycors: ${name} is incomplete (${truncated.why} at byte ${truncated.byteOffset}); only the part before that is explained\n`,
    )
  return examined
}
