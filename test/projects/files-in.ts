import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** A project's files by path. */
export type Files = Readonly<Record<string, string>>

/** Returns the files of a project in `apps/`. */
export function filesIn(folder: string): Files {
  const root = fileURLToPath(new URL(`apps/${folder}/`, import.meta.url))
  const paths = readdirSync(root, { recursive: true, withFileTypes: true })
    .filter((one) => one.isFile())
    .map((one) => join(one.parentPath, one.name))
  return Object.fromEntries(paths.map((path) => [path.slice(root.length), readFileSync(path, 'utf8')]))
}
