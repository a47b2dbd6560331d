import { HarFormatError, HarSyntaxError, harText, type Recording, streamHar } from '../../internal.ts'
import { strings } from '../parts/strings.ts'
import { field, listIn } from '../parts/untrusted.ts'
import type { Clock } from './inspected.ts'
import { emptyLog, type Log } from './log.ts'
import type { NamedFile } from './session.ts'
import { withoutBodies } from './without-bodies.ts'

/** Entries that are read before something else may run. */
const AT_A_TIME = 200

/** Returns a file as a log, or why it cannot be read, in words. */
export async function readFile(file: NamedFile, number: number, clock: Clock): Promise<Log | string> {
  try {
    const bytes = await file.bytes()
    let recording: Recording | null = null
    const entries = []
    const skipped = []
    for await (const item of streamHar([bytes], number, file.name)) {
      if (item.type === 'entry') entries.push(item.entry)
      else if (item.type === 'skipped') skipped.push(item.skipped)
      else recording = item.recording
      if (entries.length % AT_A_TIME === 0) await new Promise<void>((resolve) => clock.after(0, resolve))
    }
    if (recording === null) return strings.unreadable(file.name, '')
    return { ...emptyLog(recording), entries, skipped, raw: rawEntries(bytes), changed: true }
  } catch (error) {
    const known = error instanceof HarSyntaxError || error instanceof HarFormatError
    return strings.unreadable(file.name, known ? error.message : String(error))
  }
}

function rawEntries(bytes: Uint8Array): unknown[] {
  const root: unknown = JSON.parse(harText(bytes).text)
  const list = Array.isArray(root) ? root : listIn(field(root, 'log') ?? root, 'entries')
  return list.map(withoutBodies)
}
