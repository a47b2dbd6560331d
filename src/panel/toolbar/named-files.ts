import type { NamedFile } from '../state/session.ts'

/** Converts the browser's files to the session's type. */
export const namedFiles = (files: Iterable<File>): readonly NamedFile[] =>
  [...files].map((file) => ({ name: file.name, blob: file }))
