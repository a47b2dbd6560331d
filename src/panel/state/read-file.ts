import { HarFormatError, HarSyntaxError, readingHar } from '../../internal.ts'
import { frameStrings } from '../parts/frame-strings.ts'
import type { Clock } from './inspected.ts'
import { emptyLog, type Log } from './log.ts'
import type { NamedFile } from './session.ts'
import { withRequiredFields } from './with-required-fields.ts'
import { withoutBodies } from './without-bodies.ts'

/** Returns a file as a log, or why it cannot be read, in words. */
export async function readFile(file: NamedFile, number: number, clock: Clock): Promise<Log | string> {
  try {
    const bytes = await file.bytes()
    const raw: unknown[] = []
    const keepRaw = (index: number, value: unknown): void => {
      raw[index] = withRequiredFields(withoutBodies(value))
    }
    const reading = readingHar(bytes, { file: number, name: file.name, keepRaw })
    for (;;) {
      const { done, value } = await reading.next()
      if (done === true) {
        const { recording, entries, skipped, truncated } = value
        return {
          ...emptyLog(recording),
          entries: [...entries],
          skipped: [...skipped],
          truncated,
          raw,
          changed: true,
        }
      }
      await new Promise<void>((resolve) => clock.after(0, resolve))
    }
  } catch (error) {
    const known = error instanceof HarSyntaxError || error instanceof HarFormatError
    return frameStrings.unreadable(file.name, known ? error.message : String(error))
  }
}
