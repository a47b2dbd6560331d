import { spawnSync } from 'node:child_process'
import { expect } from 'vitest'

/** Returns what a program says to an input, or fails where it complains. */
export function readBy(command: readonly [string, ...string[]], input: string): string {
  const [program, ...args] = command
  const { status, stdout, stderr } = spawnSync(program, args, { input, encoding: 'utf8' })
  expect([status, stderr]).toEqual([0, ''])
  return stdout
}
