import { standardError } from './standard-error.ts'

/**
 * Ends the process because standard output can't be written: with one line and exit code 2, unless its reader stopped early
 * (`| head`), which isn't an error.
 */
export function endUnwritten(process: NodeJS.Process, error: NodeJS.ErrnoException): void {
  const isStopped = error.code === 'EPIPE'
  if (!isStopped) standardError(process).write(`whycors: can't write to standard output: ${error.message}\n`)
  process.exit(isStopped ? 0 : 2)
}
