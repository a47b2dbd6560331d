import { faultLines } from './fault-lines.ts'
import { standardError } from './standard-error.ts'

/**
 * From now on, the process ends with one line and exit code 2 at an error that nothing else handles. By itself, Node.js would
 * end it with 1, which means that something was blocked.
 */
export function endAtFault(process: NodeJS.Process): void {
  process.on('uncaughtException', (error) => {
    standardError(process).write(faultLines(error, (process.env['WHYCORS_DEBUG'] ?? '') !== ''))
    process.exit(2)
  })
}
