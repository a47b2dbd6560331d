import { createRequire } from 'node:module'
import { versionOfPackage } from '../servers/start/installed.ts'

/** Returns what a document in YAML says. Throws where it is none, or has a warning. */
export function readYaml(document: string): unknown {
  const { parseDocument } = createRequire(new URL('../servers/package.json', import.meta.url))('yaml') as {
    readonly parseDocument: (text: string) => {
      readonly errors: readonly Error[]
      readonly warnings: readonly Error[]
      readonly toJS: () => unknown
    }
  }
  const parsed = parseDocument(document)
  const [wrong] = [...parsed.errors, ...parsed.warnings]
  if (wrong !== undefined) throw wrong
  return parsed.toJS()
}

/** What documents are read with, and held against. */
export const yamlHere = (schema: string | null): string =>
  `yaml ${versionOfPackage('yaml')}${schema === null ? '' : ` and ajv ${versionOfPackage('ajv')} with ${schema}`}`
