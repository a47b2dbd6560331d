import { faultLines } from './fault-lines.ts'

/**
 * From now on, the process ends with one line and exit code 2 at an error that nothing else handles. By itself, Node.js would
 * end it with 1, which means that something was blocked.
 */
export function endAtFault(process: NodeJS.Process): void {
  const end = (lines: string): void => {
    process.stderr.write(lines)
    process.exit(2)
  }
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    // A reader that stops early (`| head`) isn't an error.
    if (error.code === 'EPIPE') process.exit(0)
    else end(`whycors: can't write to standard output: ${error.message}\n`)
  })
  // There is nowhere to say so.
  process.stderr.on('error', () => undefined)
  process.on('uncaughtException', (error) =>
    end(faultLines(error, (process.env['WHYCORS_DEBUG'] ?? '') !== '')),
  )
}
