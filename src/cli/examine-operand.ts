import { type Examined, examine, type RecordingRedaction } from '../internal.ts'
import type { Io } from './io.ts'
import type { Options } from './options.ts'

/** Reads and diagnoses one recording of the command line. Rejects with what {@link inputError} puts into words. */
export const examineOperand = (
  path: string,
  file: number,
  { engine, origin }: Options,
  redaction: RecordingRedaction,
  io: Io,
): Promise<Examined> =>
  examine(io.read(path), {
    name: path === '-' ? 'standard input' : path,
    file,
    engine,
    origin,
    redaction,
  })
