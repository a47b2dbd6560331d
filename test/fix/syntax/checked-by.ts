import { readFileSync, writeFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { generators } from '../../../src/fix/generators/index.ts'

/** What read the snippet is what users are told; `WHYCORS_UPDATE=1` writes it into the generator. */
export const checkedBy = (id: string, reader: () => string): void =>
  test('says what read it', () => {
    if (process.env['WHYCORS_UPDATE'] !== undefined) {
      const file = new URL(`../../../src/fix/generators/${id}.ts`, import.meta.url)
      const source = readFileSync(file, 'utf8')
      writeFileSync(
        file,
        source.replace(/(\bproof: parsedBy\(')[^']*/, (_, before: string) => `${before}${reader()}`),
      )
      return
    }
    const proof = generators.find((generator) => generator.id === id)?.proof
    expect(proof).toEqual({ type: 'parsed', by: reader() })
  })
