import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { versionOfPackage } from '../servers/start/installed.ts'

interface Validate {
  (value: unknown): boolean
  readonly errors?: readonly { readonly instancePath: string; readonly message?: string }[] | null
}

/** Returns what is wrong with a file by the vendor's schema in `schemas/`: nothing, where it is right. */
export function schemaErrors(name: string, value: unknown): readonly string[] {
  const { default: Ajv } = createRequire(new URL('../servers/package.json', import.meta.url))('ajv') as {
    readonly default: new (options: unknown) => { readonly compile: (schema: unknown) => Validate }
  }
  const schema: unknown = JSON.parse(readFileSync(new URL(`./schemas/${name}.json`, import.meta.url), 'utf8'))
  const validate = new Ajv({ allErrors: true, formats: { int32: true } }).compile(schema)
  validate(value)
  return (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`)
}

/** What files are read with, and held against. */
export const schemaHere = (schema: string): string =>
  `JSON.parse and ajv ${versionOfPackage('ajv')} with ${schema}`
