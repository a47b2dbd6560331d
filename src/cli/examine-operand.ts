import { type Examined, examine, redacting, showingSecrets } from '../internal.ts'
import type { Io } from './io.ts'
import type { Options } from './options.ts'

/** Reads and diagnoses one recording of the command line. Rejects with what {@link inputError} puts into words. */
export const examineOperand = (
  path: string,
  file: number,
  { engine, origin, showSecrets }: Options,
  io: Io,
): Promise<Examined> =>
  examine(io.read(path), {
    name: path === '-' ? 'standard input' : path,
    file,
    engine,
    origin,
    redaction: showSecrets ? showingSecrets : redacting,
  })
