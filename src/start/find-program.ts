import { accessSync, constants } from 'node:fs'
import { delimiter, join } from 'node:path'

export interface Wanted {
  /** Its name in a sentence, e.g. `Firefox`. */
  readonly title: string
  /** The environment variable that takes precedence. */
  readonly variable: string
  /** Names on the PATH, the preferred one first. */
  readonly names: readonly string[]
  /** The usual places outside the PATH. */
  readonly places: readonly string[]
}

/** Returns the path of an executable. Throws if it's missing, with how to set its path. */
export function findProgram({ title, variable, names, places }: Wanted): string {
  const fromEnvironment = process.env[variable]
  if (fromEnvironment) {
    if (isExecutable(fromEnvironment)) return fromEnvironment
    throw new Error(`${variable} is ${fromEnvironment}, and no program is there`)
  }
  const directories = [
    ...(process.env['PATH'] ?? '').split(delimiter),
    '/usr/bin',
    '/usr/local/bin',
    '/snap/bin',
  ]
  const candidates = [
    ...names.flatMap((name) => directories.map((directory) => join(directory, name))),
    ...places,
  ]
  const found = candidates.find(isExecutable)
  if (found === undefined) throw new Error(`No ${title} found: set ${variable} to its executable`)
  return found
}

/** Returns the paths of programs below the folders into which Windows installs them. */
export const onWindows = (paths: readonly string[]): readonly string[] =>
  ['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA'].flatMap((variable) =>
    paths.map((path) => `${process.env[variable] ?? 'C:\\Program Files'}\\${path}`),
  )

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch {
    return false
  }
}
