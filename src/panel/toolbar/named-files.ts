import type { NamedFile } from '../state/session.ts'

/** Returns files of the browser as the session reads them. */
export const namedFiles = (files: Iterable<File>): readonly NamedFile[] =>
  [...files].map((file) => ({ name: file.name, blob: file }))
