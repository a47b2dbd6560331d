import { once } from 'node:events'
import { writeFile } from 'node:fs/promises'
import { relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { version } from '../version.ts'
import { callingShell } from './calling-shell.ts'
import { endAtFault } from './end-at-fault.ts'
import { filePieces } from './file-pieces.ts'
import { COMMAND_HELP, COMMAND_NAMES, HELP } from './help.ts'
import { isUrl } from './is-url.ts'
import { loadCore } from './load-core.ts'

/** The hashes of explain.cjs and core.cjs, put here by the build. */
declare const __WHYCORS_EXPLAIN__: string
declare const __WHYCORS_CORE__: string

endAtFault(process)
const args = process.argv.slice(2)
const [first, second, third] = args
const helpOf = COMMAND_NAMES.find((name) => name === first)
// What doesn't need the core doesn't wait for it.
if (first === undefined || (first === '--help' && second === undefined)) process.stdout.write(HELP)
else if (first === '--version' && second === undefined) process.stdout.write(`whycors ${version}\n`)
else if (helpOf !== undefined && second === '--help' && third === undefined)
  process.stdout.write(COMMAND_HELP[helpOf])
else {
  process.exitCode = await runCommand()
  endWhenWritten()
}

/** Ends the process as soon as all is written, although a name may still be looked up, which nothing can stop. */
function endWhenWritten(): void {
  // An error is only reported after the call that caused it.
  const isWritten = process.stdout.writableLength + process.stderr.writableLength === 0
  if (isWritten && !process.stdout.errored) process.exit()
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
    path: fileURLToPath(new URL(`./cli/${name}.cjs`, import.meta.url)),
    hash,
    purpose: `${name}-${helpOf ?? 'other'}`,
  })
  const { run, progressLine } = core.exports as typeof import('./core.ts')
  const terminal = process.stdout.isTTY === true
  const plainWanted = (process.env['NO_COLOR'] ?? '') !== '' || process.env['TERM'] === 'dumb'
  const progress =
    process.stderr.isTTY && process.env['TERM'] !== 'dumb'
      ? progressLine(
          (text) => process.stderr.write(text),
          () => process.stderr.columns,
          () => performance.now(),
        )
      : null
  const exitCode = await run(args, {
    ...(progress === null ? {} : { progress }),
    read: (path) => (path === '-' ? process.stdin : filePieces(path)),
    sample: relative(process.cwd(), fileURLToPath(new URL('./sample.har', import.meta.url))),
    out: async (text) => {
      progress?.clear()
      const isTaken = process.stdout.write(text) || process.stdout.errored
      if (!isTaken) await once(process.stdout, 'drain')
    },
    err: (text) => {
      progress?.clear()
      process.stderr.write(text)
    },
    ...(process.stdin.isTTY && process.stderr.isTTY ? { confirm } : {}),
    write: async (path, text) => await writeFile(path, text),
    debug: (process.env['WHYCORS_DEBUG'] ?? '') !== '',
    color: terminal && !plainWanted,
    shell: callingShell(process.platform, process.env),
    width: Math.max(40, Math.min(terminal ? process.stdout.columns : 80, 100)),
    listWidth: Math.max(60, terminal ? process.stdout.columns : 80),
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
