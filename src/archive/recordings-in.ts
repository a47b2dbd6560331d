import { fileKind, HEAD_OF_FILE } from '../intake/file-kind.ts'
import { withHead } from './with-head.ts'

/** A file that may be a recording. Its content has to be read before the next one is requested. */
export interface RecordingFile {
  readonly name: string
  readonly content: AsyncIterable<Uint8Array>
  /** What it is, judged by its first bytes ("a PNG image"); null if it may be a recording. */
  readonly kind: string | null
}

/**
 * Yields the recordings in a file: those in a ZIP archive, or the file itself.
 * @throws {ZipError}
 */
export async function* recordingsIn(
  name: string,
  bytes: AsyncIterable<Uint8Array>,
): AsyncGenerator<RecordingFile> {
  const { head, whole } = await withHead(bytes, HEAD_OF_FILE)
  // Loaded on demand, because plain recordings don't need it.
  const isArchive = head[0] === 0x50 && head[1] === 0x4b
  if (!isArchive) {
    yield { name, content: whole, kind: fileKind(head) }
    return
  }
  const { unzip, ZipError } = await import('./unzip.ts')
  let count = 0
  for await (const file of unzip(whole, isRecording)) {
    count++
    const content = await withHead(file.content, HEAD_OF_FILE)
    yield { name: `${name}/${insideOf(file.name)}`, content: content.whole, kind: fileKind(content.head) }
  }
  if (count === 0) throw new ZipError('a ZIP archive without a recording: no file in it ends in .har')
}

/** Returns the path of a file in an archive without what leads out of it: tools open the paths that reports have. */
const insideOf = (path: string): string =>
  path
    .split(/[\\/]/)
    .filter((part) => part !== '' && part !== '.' && part !== '..')
    .join('/')

/** macOS adds a metadata file for each file. */
const isRecording = (name: string): boolean =>
  /\.har(?:\.gz)?$/i.test(name) && !/(?:^|\/)(?:__MACOSX\/|\._)/.test(name)
