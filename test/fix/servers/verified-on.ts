import { readFileSync, writeFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { generators } from '../../../src/fix/generators/index.ts'

const file = new URL('../../../src/fix/generators/verified.ts', import.meta.url)

/**
 * The version that runs here is the one that users are told of; `WHYCORS_UPDATE=1` writes it down. An operating
 * system's own package may be of another version than on the machine where that was done.
 */
export const verifiedOn = (
  id: string,
  running: () => string,
  { exactly }: { readonly exactly: boolean },
): void =>
  test('says on which version it was verified', () => {
    const version = running()
    const source = readFileSync(file, 'utf8')
    if (process.env['WHYCORS_UPDATE'] !== undefined) {
      const line = new RegExp(`(\\n  '?${id}'?: \\{ version: ')[^']*`)
      writeFileSync(
        file,
        source.replace(line, (_, before: string) => `${before}${version}`),
      )
      return
    }
    const said = generators.find((generator) => generator.id === id)?.verified?.version ?? null
    if (exactly) expect(said).toBe(version)
    else expect(said?.replace(/[\d.]+/g, '')).toBe(version.replace(/[\d.]+/g, ''))
  })
