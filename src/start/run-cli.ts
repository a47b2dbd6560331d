import { spawnSync } from 'node:child_process'
import { built } from './built.ts'

/** Runs the command line built next to this file, and returns its exit code. */
export function runCli(args: readonly string[]): number {
  const { status, error } = spawnSync(process.execPath, [built('cli.js'), ...args], { stdio: 'inherit' })
  if (error) console.error(`whycors: ${error.message}`)
  return status ?? 2
}
