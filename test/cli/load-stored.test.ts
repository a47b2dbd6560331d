import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, it } from 'vitest'
import { folderOfUser } from '../../src/cli/folder-of-user.ts'
import { loadStored } from '../../src/cli/load-stored.ts'

const around = mkdtempSync(join(tmpdir(), 'whycors-stored-'))
afterAll(() => rmSync(around, { recursive: true }))

let made = 0
/** Writes a module and a folder for what is compiled of it. */
function prepared(text: string): { folder: string; wanted: Parameters<typeof loadStored>[1] } {
  const folder = join(around, String(made++))
  mkdirSync(folder)
  const path = join(folder, 'module.cjs')
  writeFileSync(path, text)
  const stored = join(folder, 'stored')
  mkdirSync(stored)
  return { folder: stored, wanted: { path, hash: 'a'.repeat(64), purpose: 'explain' } }
}
const MODULE = `exports.told = (name) => 'That\\u2019s ' + name; exports.sep = require('node:path').sep`

it('the second process needs to compile nothing', () => {
  const { folder, wanted } = prepared(MODULE)
  const first = loadStored(folder, wanted)
  expect(first.wasCompiled).toBe(false)
  first.keep(0)
  const second = loadStored(folder, wanted)
  expect(second.wasCompiled).toBe(true)
  const { told, sep } = second.exports as { told: (name: string) => string; sep: string }
  expect(told('it')).toBe('That’s it')
  expect(sep).toMatch(/^[\\/]$/)
  expect(readdirSync(folder)).toHaveLength(1)
})

it('the first run with each exit code adds what it needed', () => {
  const body = `return [${Array.from({ length: 500 }, (_, n) => `'${n}'`).join()}].length`
  const { folder, wanted } = prepared(`exports.one = () => 1; exports.many = () => { ${body} }`)
  const size = (): number => statSync(join(folder, readdirSync(folder)[0] ?? '')).size
  /** Runs one of the functions and returns how much is stored then. */
  const after = (name: 'one' | 'many', exitCode: number): number => {
    const { exports, keep } = loadStored(folder, wanted)
    ;(exports as Record<typeof name, () => number>)[name]()
    keep(exitCode)
    return size()
  }
  const first = after('one', 0)
  expect(after('many', 0)).toBe(first)
  const both = after('many', 1)
  expect(both).toBeGreaterThan(first + 500)
  expect(after('one', 0)).toBe(both)
  expect(loadStored(folder, wanted).wasCompiled).toBe(true)
})

it('what was compiled of another text isn’t used', () => {
  const { folder, wanted } = prepared(MODULE)
  loadStored(folder, wanted).keep(0)
  writeFileSync(wanted.path, MODULE.replace('That', 'This'))
  const changed = { ...wanted, hash: 'b'.repeat(64) }
  const loaded = loadStored(folder, changed)
  expect(loaded.wasCompiled).toBe(false)
  expect((loaded.exports as { told: (name: string) => string }).told('it')).toBe('This’s it')
  loaded.keep(0)
  expect(loadStored(folder, changed).wasCompiled).toBe(true)
})

it.each<[how: string, damage: (bytes: Uint8Array) => Uint8Array]>([
  ['cut off', (bytes) => bytes.subarray(0, bytes.length / 2)],
  ['empty', () => new Uint8Array()],
  ['without one of its blocks', (bytes) => bytes.map((byte, at) => (at >> 12 === 1 ? 0 : byte))],
])('a file that is %s is replaced', (_, damage) => {
  const { folder, wanted } = prepared(
    `${MODULE}; exports.many = [${"'some words', 'others', ".repeat(5000)}]`,
  )
  loadStored(folder, wanted).keep(0)
  const file = join(folder, readdirSync(folder)[0] ?? '')
  writeFileSync(file, damage(readFileSync(file)))
  const loaded = loadStored(folder, wanted)
  expect(loaded.wasCompiled).toBe(false)
  loaded.keep(0)
  expect(loadStored(folder, wanted).wasCompiled).toBe(true)
})

it('without room for it everything works', () => {
  const { folder, wanted } = prepared(MODULE)
  const loaded = loadStored(join(folder, 'missing'), wanted)
  loaded.keep(0)
  expect(loaded.exports).toHaveProperty('told')
})

it('only a folder that nobody else can write to is used', () => {
  const place = join(around, 'places')
  mkdirSync(place)
  const folder = folderOfUser(place) ?? ''
  expect(folder).toContain('whycors-compiled')
  expect(folderOfUser(place)).toBe(folder)
  if (process.getuid === undefined) return
  chmodSync(folder, 0o777)
  expect(folderOfUser(place)).toBeNull()
  rmSync(folder, { recursive: true })
  symlinkSync(around, folder)
  expect(folderOfUser(place)).toBeNull()
})

it('where no folder can be made, none is used', () =>
  expect(folderOfUser(join(around, 'nowhere', 'at all'))).toBeNull())
