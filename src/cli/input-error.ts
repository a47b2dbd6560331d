import { HarFormatError, HarSyntaxError } from '../internal.ts'

/** Returns one line that says what is wrong with an input and where; never a stack trace. */
export function inputError(error: unknown, path: string): string {
  const name = path === '-' ? 'standard input' : path
  if (error instanceof HarSyntaxError)
    return `${name}: not readable at byte ${error.byteOffset}: ${error.reason}`
  if (error instanceof HarFormatError) return `${name}: not a HAR file (${error.place}: ${error.reason})`
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  return `${name}: ${SYSTEM[code] ?? (error instanceof Error ? error.message : String(error))}`
}

const SYSTEM: Record<string, string> = {
  EACCES: 'no permission to read it',
  EISDIR: 'is a directory, not a recording',
  ENOENT: 'no such file',
}
