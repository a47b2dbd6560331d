import { promises } from 'node:fs'
import { join, relative } from 'node:path'
import { version } from '../version.ts'
import { callingShell } from './calling-shell.ts'
import { endAtFault } from './end-at-fault.ts'
import { endUnwritten } from './end-unwritten.ts'
import { filePieces } from './file-pieces.ts'
import { COMMAND_HELP, COMMAND_NAMES, HELP } from './help.ts'
import { isUrl } from './is-url.ts'
import { loadCore } from './load-core.ts'
import { standardError } from './standard-error.ts'
import { isDirect, standardOutput } from './standard-output.ts'

/** The hashes of explain.cjs and core.cjs, put here by the build. */
declare const __WHYCORS_EXPLAIN__: string
declare const __WHYCORS_CORE__: string

endAtFault(process)
const args = process.argv.slice(2)
const [first, second, third] = args
const helpOf = COMMAND_NAMES.find((name) => name === first)
const output = standardOutput((error) => endUnwritten(process, error))
/** Whether anything was written to standard error. */
let hasErrors = false
// What doesn't need the core doesn't wait for it.
if (first === undefined || (first === '--help' && second === undefined)) output.write(HELP)
else if (first === '--version' && second === undefined) output.write(`whycors ${version}\n`)
else if (helpOf !== undefined && second === '--help' && third === undefined)
  output.write(COMMAND_HELP[helpOf])
else
  void runCommand().then((exitCode) => {
    process.exitCode = exitCode
    endWhenWritten()
  })

/** Ends the process as soon as all is written, although a name may still be looked up, which nothing can stop. */
function endWhenWritten(): void {
  if (output.isWritten() && (!hasErrors || process.stderr.writableLength === 0)) process.exit()
  setTimeout(endWhenWritten, 20)
}

/** Loads the rest and runs it. */
async function runCommand(): Promise<number> {
  // What one bundle lacks it loads from the other, but then without what was compiled of that.
  const [name, hash] =
    first === 'explain' && !args.some(needsCore)
      ? ['explain', __WHYCORS_EXPLAIN__]
      : ['core', __WHYCORS_CORE__]
  const core = loadCore({
    path: join(__dirname, `${name}.cjs`),
    hash,
    purpose: `${name}-${helpOf ?? 'other'}`,
  })
  const { run, progressLine } = core.exports as typeof import('./core.ts')
  const plainWanted = (process.env['NO_COLOR'] ?? '') !== '' || process.env['TERM'] === 'dumb'
  // Asking Node.js whether something is a terminal loads its streams and network.
  const hasProgress = !isDirect(2) && standardError(process).isTTY
  const progress =
    hasProgress && process.env['TERM'] !== 'dumb'
      ? progressLine(
          (text) => standardError(process).write(text),
          () => process.stderr.columns,
          () => performance.now(),
        )
      : null
  const exitCode = await run(args, {
    ...(progress === null ? {} : { progress }),
    read: (path) => (path === '-' ? process.stdin : filePieces(path)),
    sample: relative(process.cwd(), join(__dirname, '../sample.har')),
    out: (text) => {
      progress?.clear()
      return output.write(text)
    },
    err: (text) => {
      progress?.clear()
      hasErrors = true
      standardError(process).write(text)
    },
    ...(hasProgress && process.stdin.isTTY ? { confirm } : {}),
    write: async (path, text) => await promises.writeFile(path, text),
    debug: (process.env['WHYCORS_DEBUG'] ?? '') !== '',
    color: output.terminal !== null && !plainWanted,
    shell: callingShell(process.platform, process.env),
    width: Math.max(40, Math.min(output.terminal?.columns ?? 80, 100)),
    listWidth: Math.max(60, output.terminal?.columns ?? 80),
  })
  core.keep(exitCode)
  return exitCode
}

/** Reports whether an argument stands for something that only core.cjs has. */
function needsCore(arg: string): boolean {
  return isUrl(arg) || arg.startsWith('--curl') || arg.endsWith('sarif')
}

/** Asks on standard error, so that standard output has only the report. */
async function confirm(question: string): Promise<boolean> {
  const { createInterface } = await import('node:readline/promises')
  const terminal = createInterface({ input: process.stdin, output: process.stderr })
  try {
    return /^y(es)?$/i.test((await terminal.question(`${question} [y/N] `)).trim())
  } finally {
    terminal.close()
  }
}
