import { readFileSync, writeFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { generators } from '../../../../src/fix/generators/index.ts'
import type { Proof } from '../../../../src/fix/generators/proof.ts'
import { proxies } from '../../../../src/fix/proxies/index.ts'
import { settings } from '../../../../src/fix/settings/index.ts'

/**
 * The version that runs here is the one that users are told of; `WHYCORS_UPDATE=1` writes it into the generator. An
 * operating system's own package may be of another version than on the machine where that was done.
 */
export const runsOn = (id: string, running: () => string, how: { readonly exactly: boolean }): void =>
  saysOnWhich({ id, folder: 'generators', among: generators }, running, how)

/** The same for a proxy. */
export const proxyRunsOn = (id: string, running: () => string, how: { readonly exactly: boolean }): void =>
  saysOnWhich({ id, folder: 'proxies', among: proxies }, running, how)

/** The same for a setting of a product or dev server. */
export const settingRunsOn = (id: string, running: () => string, how: { readonly exactly: boolean }): void =>
  saysOnWhich({ id, folder: 'settings', among: settings }, running, how)

/** Something that configuration is written for, and where its file is. */
interface Written {
  readonly id: string
  readonly folder: 'generators' | 'proxies' | 'settings'
  readonly among: readonly { readonly id: string; readonly proof: Proof }[]
}

const saysOnWhich = (
  { id, folder, among }: Written,
  running: () => string,
  { exactly }: { readonly exactly: boolean },
): void =>
  test('says on which version it was verified', () => {
    const version = running()
    if (process.env['WHYCORS_UPDATE'] !== undefined) {
      const file = new URL(`../../../../src/fix/${folder}/${id}.ts`, import.meta.url)
      const source = readFileSync(file, 'utf8')
      writeFileSync(
        file,
        source.replace(/(\bproof: runOn\(')[^']*/, (_, before: string) => `${before}${version}`),
      )
      return
    }
    const proof = among.find((one) => one.id === id)?.proof
    const said = proof?.type === 'run' ? proof.on : ''
    if (exactly) expect(said).toBe(version)
    else expect(said.replace(/[\d.]+/g, '')).toBe(version.replace(/[\d.]+/g, ''))
  })
