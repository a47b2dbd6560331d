import { execFileSync } from 'node:child_process'
import { buildSync } from 'esbuild'
import { expect, it } from 'vitest'

const program = `
import { redactHeader } from './src/redact/redact-header.ts'
const long = 'x'.repeat(8e6)
const values = [long, 'https://a.test/' + long, 'a=' + long, '{"a":"' + long + '"}', '"' + long]
const changed = values.filter((value) => redactHeader('X-A', value) !== value).map((value) => value.slice(0, 20))
console.log(JSON.stringify([changed, redactHeader('X-A', '{"password":"' + long + '"}')]))
`

// A pattern that repeats a group or looks behind a long run would end with an error. V8 stops optimizing patterns once a
// process has compiled many, as the one of all tests has, and then has room for half as much: so this takes a new one.
it('a header takes words of eight million characters', () => {
  const { outputFiles } = buildSync({
    stdin: { contents: program, resolveDir: process.cwd() },
    bundle: true,
    write: false,
    platform: 'node',
    format: 'esm',
  })
  const printed = execFileSync(process.execPath, ['--input-type=module', '-'], {
    input: outputFiles[0]?.text ?? '',
    encoding: 'utf8',
  })
  expect(JSON.parse(printed)).toEqual([[], '{"password":"•••"}'])
})
