import type { ConfigurationFix } from '../../../src/index.ts'
import type { Files } from '../files-in.ts'
import { place } from './place.ts'
import { remove } from './remove.ts'

/** What a program has to know of a project, and nothing of its code. */
export interface Where {
  /** The file that the snippet's places are in. */
  readonly main: string
  /** The files that are the project's own; what is to be removed is searched in them. */
  readonly own: readonly string[]
}

/** Returns a project with a snippet put in place as its edits and removals say, without knowing anything of it. */
export function applySnippet(files: Files, { main, own }: Where, fix: ConfigurationFix): Files {
  if (fix.edits.length === 0) throw new Error(`${fix.generator.id} says where its code goes in words only`)
  const changed: Record<string, string> = { ...files }
  for (const file of own) changed[file] = remove(file, files[file] ?? '', fix.removals)
  for (const edit of fix.edits) {
    if (edit.type === 'create') changed[edit.file] = edit.code
    else changed[main] = place(main, changed[main] ?? '', edit, new URL(fix.target).hostname)
  }
  return changed
}
