import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join, posix } from 'node:path'
import type * as TypeScript from 'ts-json-schema-generator/node_modules/typescript'

// The project's own TypeScript is a compiled program; the generator of the schemas brings one with an API.
const require = createRequire(import.meta.url)
export const ts: typeof TypeScript = createRequire(require.resolve('ts-json-schema-generator'))('typescript')

const ENTRIES = ['index', 'dev/index', 'dev/vite', 'playwright/index', 'playwright/reporter'] as const

/** One declaration as the package publishes it. */
export interface Declared {
  /** The name in its own file. */
  readonly name: string
  /** The name that importers use. */
  readonly exportedAs: string
  /** The file that has it, below the folder of the declarations. */
  readonly file: string
  readonly node: TypeScript.Statement
  readonly source: TypeScript.SourceFile
}

/** The declarations of the package. */
export interface Declarations {
  /** Returns the words that stand at the top of a module. */
  readonly about: (module: string) => string
  /** Returns what a module exports, in its order. */
  readonly exportsOf: (module: string) => readonly Declared[]
  /** Returns the words that a type computed from others stands for; null for any other type. */
  readonly valuesOf: (declared: Declared) => readonly string[] | null
  /** Returns what a declaration refers to: the names of it that are declared in the package. */
  readonly usedBy: (declared: Declared) => readonly Declared[]
}

/** Returns the package's declarations, as the build writes them. */
export function readDeclarations(): Declarations {
  const folder = mkdtempSync(join(tmpdir(), 'whycors-types-'))
  const files = new Map<string, TypeScript.SourceFile>()
  const script =
    "import('./extension/build/declarations.mjs').then((all) => all.buildDeclarations(process.argv[1]))"
  const { status, stderr } = spawnSync(process.execPath, ['-e', script, folder], { encoding: 'utf8' })
  if (status !== 0) throw new Error(`the declarations can't be built: ${stderr}`)
  const entries = ENTRIES.map((name) => join(folder, `${name}.d.ts`))
  const program = ts.createProgram(entries, {
    lib: ['lib.es2023.d.ts', 'lib.dom.d.ts'],
    moduleResolution: ts.ModuleResolutionKind.Bundler,
    module: ts.ModuleKind.ESNext,
    skipLibCheck: true,
    types: [],
  })
  const checker = program.getTypeChecker()
  for (const source of program.getSourceFiles())
    if (source.fileName.startsWith(folder))
      files.set(source.fileName.slice(folder.length + 1).replace(/\.d\.ts$/, ''), source)
  rmSync(folder, { recursive: true })
  return {
    about: (module) => fileOf(module).text.match(/^\/\*\*[\s\S]*?@module[\s\S]*?\*\//)?.[0] ?? '',
    exportsOf: (module) =>
      fileOf(module).statements.flatMap((statement) => {
        if (!ts.isExportDeclaration(statement))
          return declaredNames(statement, true).map((name) => find(module, name))
        const { exportClause } = statement
        if (exportClause === undefined || !ts.isNamedExports(exportClause)) return []
        return exportClause.elements.map(({ name }) => ({
          ...find(module, name.text),
          exportedAs: name.text,
        }))
      }),
    valuesOf({ node }) {
      if (!ts.isTypeAliasDeclaration(node) || !isComputed(node.type)) return null
      const type = checker.getTypeAtLocation(node.name)
      const all = type.isUnion() ? type.types : [type]
      return all.flatMap((one) => (one.isStringLiteral() ? [one.value] : []))
    },
    usedBy({ file, node }) {
      if (ts.isTypeAliasDeclaration(node) && isComputed(node.type)) return []
      const names = new Set<string>()
      const walk = (part: TypeScript.Node): void => {
        if (ts.isIdentifier(part)) names.add(part.text)
        ts.forEachChild(part, walk)
      }
      walk(node)
      return [...names].flatMap((name) => lookUp(file, name) ?? [])
    },
  }

  function fileOf(name: string): TypeScript.SourceFile {
    const file = files.get(name)
    if (file === undefined) throw new Error(`there is no declaration of ${name}`)
    return file
  }

  function find(file: string, name: string): Declared {
    const found = lookUp(file, name)
    if (found === null) throw new Error(`${file} has no ${name}`)
    return found
  }

  /** Follows imports and exports to where a name is declared. */
  function lookUp(file: string, name: string): Declared | null {
    const source = fileOf(file)
    for (const node of source.statements) {
      if (declaredNames(node, false).includes(name)) return { name, exportedAs: name, file, node, source }
      const from = (ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) && node.moduleSpecifier
      if (!from || !ts.isStringLiteral(from) || !from.text.startsWith('.')) continue
      const clause = ts.isImportDeclaration(node) ? node.importClause?.namedBindings : node.exportClause
      if (clause === undefined || !(ts.isNamedImports(clause) || ts.isNamedExports(clause))) continue
      const named = [...clause.elements].find((one) => one.name.text === name)
      if (named === undefined) continue
      const path = posix.join(posix.dirname(file), from.text.replace(/\.js$/, ''))
      return lookUp(path, (named.propertyName ?? named.name).text)
    }
    return null
  }
}

/** Reports whether a type is taken from values or from parts of other types. */
const isComputed = (type: TypeScript.TypeNode): boolean =>
  ts.isIndexedAccessTypeNode(type) ||
  ts.isTypeOperatorNode(type) ||
  (ts.isUnionTypeNode(type) && type.types.some(isComputed))

/** Returns the names that a statement declares; of a default export `default` too. */
function declaredNames(node: TypeScript.Statement, exportedOnly: boolean): readonly string[] {
  const modifiers = ts.canHaveModifiers(node) ? (ts.getModifiers(node) ?? []) : []
  const has = (kind: TypeScript.SyntaxKind): boolean => modifiers.some((one) => one.kind === kind)
  if (exportedOnly && !has(ts.SyntaxKind.ExportKeyword)) return []
  if (has(ts.SyntaxKind.DefaultKeyword)) return ['default']
  if (ts.isVariableStatement(node))
    return node.declarationList.declarations.flatMap(({ name }) => (ts.isIdentifier(name) ? [name.text] : []))
  if (
    ts.isFunctionDeclaration(node) ||
    ts.isInterfaceDeclaration(node) ||
    ts.isTypeAliasDeclaration(node) ||
    ts.isClassDeclaration(node)
  )
    return node.name === undefined ? [] : [node.name.text]
  return []
}
