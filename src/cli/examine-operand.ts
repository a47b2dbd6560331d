import {
  type Examined,
  type ExamineProgress,
  examine,
  grouped,
  HarFormatError,
  HarSyntaxError,
  plural,
  type RecordingRedaction,
  recordingsIn,
} from '../internal.ts'
import type { Io } from './io.ts'
import type { Options } from './options.ts'
import { RecordingError } from './recording-error.ts'

/**
 * Yields the diagnoses of one operand: a file, or an archive with several recordings. `file` is the index of the first.
 * Warns if one is cut off. Rejects with an error that {@link inputError} describes, or with a {@link RecordingError} of it.
 */
export async function* examineOperand(
  path: string,
  file: number,
  { engine, origin }: Options,
  redaction: RecordingRedaction,
  io: Io,
): AsyncGenerator<Examined> {
  let number = file
  const operand = path === '-' ? 'standard input' : path
  for await (const { name, content, kind } of recordingsIn(operand, io.read(path))) {
    try {
      const { bytes, onProgress } = watching(name, content, redaction, io)
      const examined = await examine(bytes, { name, file: number++, engine, origin, redaction, onProgress })
      const { truncated } = examined
      if (truncated !== null)
        io.err(
          `whycors: ${redaction.value(name)} is incomplete (${truncated.why} at byte ${truncated.byteOffset}); only the part before that is explained\n`,
        )
      yield examined
    } catch (error) {
      const cause =
        kind !== null && error instanceof HarSyntaxError
          ? new HarSyntaxError(error.byteOffset, `this is ${kind}, not a recording in HAR format`)
          : error
      // Any other error is one of reading the archive.
      const isOfRecording = cause instanceof HarSyntaxError || cause instanceof HarFormatError
      throw isOfRecording && name !== operand ? new RecordingError(name, cause) : cause
    }
  }
}

/** Shows the progress on a terminal. */
function watching(
  name: string,
  content: AsyncIterable<Uint8Array>,
  redaction: RecordingRedaction,
  { progress }: Io,
): { bytes: AsyncIterable<Uint8Array>; onProgress: (progress: ExamineProgress) => void } {
  if (progress === undefined) return { bytes: content, onProgress: () => undefined }
  let read = 0
  const counted = async function* (): AsyncGenerator<Uint8Array> {
    for await (const piece of content) {
      read += piece.length
      yield piece
    }
  }
  return {
    bytes: counted(),
    onProgress: ({ entries, judged }) => {
      const found = `${redaction.value(name)}: ${(read / 1e6).toFixed(1)} MB, ${plural(entries, 'entry', 'entries')}`
      const so =
        judged === null
          ? ''
          : `, ${plural(judged.requests, 'request', 'requests')} checked, ${grouped(judged.blocked)} blocked so far`
      progress.show(found + so)
    },
  }
}
