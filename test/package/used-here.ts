import { readFileSync } from 'node:fs'
import * as whycors from '../../src/index.ts'
import { used } from './consumers/used.mjs'

/** Returns what the consumers' program finds with the sources here; the build fills in the version. */
export async function usedHere(har: string): Promise<Record<string, unknown>> {
  const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string }
  const result = await used({ ...whycors, version }, har)
  const report = { ...result.report, tool: { ...result.report.tool, version } }
  return JSON.parse(JSON.stringify({ ...result, report }))
}
