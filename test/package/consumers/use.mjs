// Run by Node.js, Deno and Bun with a recording on standard input.
import { readFileSync } from 'node:fs'
import { check, diff, explain, fix, generators, HarSyntaxError, readHar, recognize, version } from 'whycors'
import { used } from './used.mjs'

const text = readFileSync(0, 'utf8')
console.log(
  JSON.stringify(
    await used({ check, diff, explain, fix, generators, HarSyntaxError, readHar, recognize, version }, text),
  ),
)
