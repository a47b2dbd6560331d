import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir, userInfo } from 'node:os'
import { join } from 'node:path'
import { installed } from './installed.ts'
import { type Running, start } from './start.ts'

/** What Go has compiled stays for the next run; the standard library takes ten seconds. */
const CACHE = join(tmpdir(), `whycors-go-${userInfo().uid}`)

/** Returns the version of Go here, or fails with how to install it. */
export const goHere = (): string =>
  installed(['go', 'version'], ['golang-go']).replace(/^go version go(\d+\.\d+).*$/s, 'Go $1')

/** Compiles a program of one file, with the operating system's own packages, and starts it. */
export async function startGo(program: string): Promise<Running> {
  goHere()
  mkdirSync(CACHE, { recursive: true })
  const folder = mkdtempSync(join(CACHE, 'build-'))
  try {
    writeFileSync(join(folder, 'main.go'), program)
    const { status, stderr } = spawnSync('go', ['build', '-o', 'app', 'main.go'], {
      cwd: folder,
      encoding: 'utf8',
      env: { ...process.env, GO111MODULE: 'off', GOPATH: '/usr/share/gocode', GOCACHE: join(CACHE, 'cache') },
    })
    if (status !== 0) throw new Error(stderr)
    return await start({ files: () => ({}), command: () => [join(folder, 'app')] })
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
