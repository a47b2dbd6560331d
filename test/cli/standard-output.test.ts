import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { build } from 'esbuild'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

const folder = mkdtempSync(join(tmpdir(), 'whycors-output-'))
afterAll(() => rmSync(folder, { recursive: true }))

/** Writes a million characters in ten pieces, then says on standard error what it wrote to, or what went wrong. */
const program = join(folder, 'program.cjs')
beforeAll(async () => {
  const contents = `
    import { isDirect, standardOutput } from ${JSON.stringify(join(process.cwd(), 'src/cli/standard-output.ts'))}
    const output = standardOutput((error) => {
      if (error.code !== 'EPIPE') process.stderr.write(error.code + '\\n')
      process.exit(error.code === 'EPIPE' ? 0 : 2)
    })
    const run = async () => {
      for (let n = 0; n < 10; n++) await output.write(('é' + n).repeat(50_000))
      process.stderr.write([isDirect(1), output.terminal === null].join() + '\\n')
    }
    run()`
  await build({
    stdin: { contents, resolveDir: process.cwd() },
    bundle: true,
    platform: 'node',
    outfile: program,
  })
})

const WRITTEN = Array.from({ length: 10 }, (_, n) => `é${n}`.repeat(50_000)).join('')

describe.runIf(process.platform !== 'win32')('standard output', () => {
  /** Runs a script of the shell, in which $WRITE is the program. */
  const shell = (script: string): string => {
    const env = { ...process.env, WRITE: `'${process.execPath}' '${program}'`, NODE: process.execPath }
    const { stdout, stderr } = spawnSync('bash', ['-c', script.replaceAll('$WRITE', env.WRITE)], {
      cwd: folder,
      env,
      encoding: 'utf8',
    })
    return stdout + stderr
  }

  it('that is a file is written whole', () => {
    expect(shell('$WRITE > written')).toBe('true,true\n')
    expect(readFileSync(join(folder, 'written'), 'utf8')).toBe(WRITTEN)
  })

  it('that is read slowly is written whole', () => {
    expect(shell('$WRITE | (sleep 0.3; cat > written)')).toBe('true,true\n')
    expect(readFileSync(join(folder, 'written'), 'utf8')).toBe(WRITTEN)
  })

  it('that doesn’t let its writers wait is written whole', () => {
    writeFileSync(
      join(folder, 'beside.cjs'),
      "process.stdout.write(''); require('fs').writeFileSync('ready', ''); setTimeout(() => undefined, 1500)",
    )
    // A second process makes the pipe that they share one that never lets its writers wait.
    const both = '"$NODE" beside.cjs & while [ ! -e ready ]; do sleep 0.05; done; $WRITE; wait'
    expect(shell(`(${both}) | (sleep 1; cat > written)`)).toBe('true,true\n')
    expect(readFileSync(join(folder, 'written'), 'utf8')).toBe(WRITTEN)
  })

  it('that is full says so', () => expect(shell('ulimit -f 8; $WRITE > written; echo $?')).toBe('2\nEFBIG\n'))

  it('whose reader stops early ends the program without an error', () => {
    expect(shell('$WRITE | head -c 3; echo "; $PIPESTATUS"')).toBe('é0; 0\n')
  })
})
