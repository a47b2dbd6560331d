import { describeRecording, emptyMemory, type Recording } from '../../internal.ts'
import { frameStrings } from '../parts/frame-strings.ts'
import { clearLog, emptyLog, type Log } from './log.ts'
import type { Asked, Told } from './read-recordings.ts'
import type { NamedFile } from './session.ts'
import type { Reading } from './state.ts'

/** Reads a file and yields its content, in this thread or another. */
export type Reader = (asked: Asked) => AsyncGenerator<Told>

/** How recordings are taken. */
export interface Taking {
  /** Is called whenever there is more. */
  readonly changed: () => void
  readonly isStopped: () => boolean
  readonly onReading: (reading: Reading) => void
}

/** How many entries are examined to recognize who wrote the recording. */
const SAMPLE = 200

/**
 * Adds the recordings of a file to the logs while they are read. Returns what
 * can't be read, in words, or null.
 */
export async function takeRecordings(
  { name, blob }: NamedFile,
  logs: Log[],
  read: Reader,
  { changed, isStopped, onReading }: Taking,
): Promise<string | null> {
  let log: Log | null = null
  let entries = 0
  onReading({ name, read: 0, size: blob.size, entries, blocked: null })
  for await (const told of read({ name, blob, file: logs.length })) {
    if (isStopped()) return frameStrings.stopped(name, frameStrings.requests(entries))
    switch (told.type) {
      case 'begins':
        log = emptyLog(describeRecording(UNKNOWN, [], logs.length, told.name))
        logs.push(log)
        break
      case 'entries':
        if (log === null) break
        for (const entry of told.entries) log.entries.push(entry)
        for (const raw of told.raw) log.raw.set(log.count++, raw)
        // The writer is only known at the end of the file, but the entries show the browser.
        if (log.entries.length === told.entries.length)
          become(
            log,
            describeRecording(UNKNOWN, log.entries.slice(0, SAMPLE), log.recording.file, log.recording.name),
          )
        entries += told.entries.length
        log.changed = true
        changed()
        break
      case 'again':
        if (log !== null) clearLog(log)
        break
      case 'progress':
        onReading({ name, read: told.read, size: told.size, entries, blocked: null })
        break
      case 'ends':
        if (log === null) break
        become(log, told.recording)
        Object.assign(log, { skipped: [...told.skipped], truncated: told.truncated, changed: true })
        changed()
        break
      case 'failed':
        if (log !== null && log.entries.length === 0 && logs.at(-1) === log) logs.pop()
        return told.kind === null
          ? frameStrings.unreadable(told.name, told.why)
          : frameStrings.wrongFile(told.name, told.kind)
      case 'done':
        break
    }
  }
  return null
}

const UNKNOWN = { creator: undefined, browser: undefined }

/**
 * Earlier results are only valid for the recording's earlier description, apart from what no verdict is made of: the
 * writer's name and the pages that were opened.
 */
function become(log: Log, recording: Recording): void {
  if (sameBut(recording, log.recording)) {
    Object.assign(log.recording, recording)
    return
  }
  log.recording = recording
  log.memory = emptyMemory()
  log.changed = true
}

const sameBut = (one: Recording, other: Recording): boolean =>
  JSON.stringify(ofVerdicts(one)) === JSON.stringify(ofVerdicts(other))

const ofVerdicts = (recording: Recording): Recording => ({ ...recording, creator: '', opened: [] })
