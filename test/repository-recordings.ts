import { readdirSync, readFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'
import type { HarFile } from '../src/har/har-file.ts'
import { readHarText } from '../src/har/read-har.ts'

/** Returns the paths of all recordings in a folder. */
const recordingsIn = (folder: string): readonly string[] =>
  readdirSync(folder, { withFileTypes: true }).flatMap((one) => {
    const path = `${folder}/${one.name}`
    if (one.isDirectory()) return one.name === 'node_modules' ? [] : recordingsIn(path)
    return /\.har(\.gz)?$/.test(one.name) ? [path] : []
  })

/** The paths of all recordings of the repository. */
export const recordingPaths: readonly string[] = ['src', 'test'].flatMap(recordingsIn)

/** Returns the bytes of a recording, unpacked. */
export function bytesOf(path: string): Uint8Array {
  const file = readFileSync(path)
  return path.endsWith('.gz') ? gunzipSync(file) : file
}

/** Reads a recording of the repository. */
export const readRecording = (path: string): HarFile =>
  readHarText(new TextDecoder().decode(bytesOf(path)), 0, path)
