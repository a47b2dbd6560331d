import { spawnSync } from 'node:child_process'
import type { CurlLine } from './kinds.ts'

/** What stands in for curl: it prints its arguments, each ended by a zero byte, and a marker. */
const CURL = `curl() { printf '%s\\0' "$@"; printf 'end\\0'; }\n`

/** The shells that there are of those that people paste commands into. */
export const shells = ['bash', 'dash'].filter((shell) => spawnSync(shell, ['-c', ':']).status === 0)

/** Returns what a shell read otherwise than it was meant; null for nothing. */
export function wrongInShell(shell: string, lines: readonly CurlLine[]): string | null {
  const { stdout, stderr, status } = spawnSync(shell, ['-s'], {
    input: `${CURL}${lines.map(({ command }) => command).join('\n')}\n`,
    env: { LC_ALL: 'C' },
    maxBuffer: 1 << 28,
  })
  if (status !== 0 || stderr.length > 0) return `${shell}: ${stderr.toString('utf8').slice(0, 300)}`
  const read = stdout.toString('utf8').split('end\0').slice(0, -1)
  if (read.length !== lines.length) return `${shell} read ${read.length} of ${lines.length} commands`
  for (const [i, { url, command }] of lines.entries())
    if (!(read[i] ?? '').split('\0').includes(Buffer.from(url).toString('utf8')))
      return `${shell} did not read the URL of ${command}`
  return null
}
