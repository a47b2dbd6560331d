import { type Examined, examine, HarSyntaxError, type RecordingRedaction, recordingsIn } from '../internal.ts'
import type { Io } from './io.ts'
import type { Options } from './options.ts'

/**
 * Yields what is found in the recordings of one operand: a file, or an archive with several; `file` is the number of the
 * first. Warns if one is cut off. Rejects with what {@link inputError} puts into words.
 */
export async function* examineOperand(
  path: string,
  file: number,
  { engine, origin }: Options,
  redaction: RecordingRedaction,
  io: Io,
): AsyncGenerator<Examined> {
  let number = file
  for await (const { name, content, kind } of recordingsIn(
    path === '-' ? 'standard input' : path,
    io.read(path),
  )) {
    try {
      const examined = await examine(content, { name, file: number++, engine, origin, redaction })
      const { truncated } = examined
      if (truncated !== null)
        io.err(
          `whycors: ${redaction.value(name)} is incomplete (${truncated.why} at byte ${truncated.byteOffset}); only the part before that is explained\n`,
        )
      yield examined
    } catch (error) {
      if (kind === null || !(error instanceof HarSyntaxError)) throw error
      throw new HarSyntaxError(error.byteOffset, `this is ${kind}, not a recording in HAR format`)
    }
  }
}
