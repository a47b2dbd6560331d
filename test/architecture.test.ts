import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'

/** What a folder of src may import: the values of some folders, and of others only the types. */
interface Imports {
  readonly values: readonly string[]
  readonly types?: readonly string[]
  /** Packages, as the beginning of their names. */
  readonly packages?: readonly string[]
}

const VERDICT = ['evidence', 'fetch', 'knowledge', 'parse-url.ts', 'text', 'verdict'] as const
const TELLING = [...VERDICT, 'engines', 'fix', 'redact', 'rules'] as const

const MAY_IMPORT: Readonly<Record<string, Imports>> = {
  fetch: { values: ['parse-url.ts'] },
  text: { values: [] },
  'in-steps.ts': { values: [] },
  'lazily.ts': { values: [] },
  'bug.ts': { values: [] },
  'version.ts': { values: [] },
  'parse-url.ts': { values: [] },
  'ambient.d.ts': { values: [] },
  har: { values: ['parse-url.ts'], types: ['fetch'] },
  redact: { values: ['har', 'text', 'parse-url.ts'], types: ['fetch'] },
  knowledge: { values: ['fetch', 'parse-url.ts'], types: ['text'], packages: ['tldts'] },
  engines: { values: ['fetch', 'knowledge', 'parse-url.ts'] },
  evidence: { values: ['engines', 'fetch', 'knowledge', 'in-steps.ts', 'parse-url.ts'], types: ['har'] },
  rules: { values: ['bug.ts', 'fetch', 'knowledge', 'text'] },
  verdict: {
    values: ['engines', 'evidence', 'fetch', 'knowledge', 'rules', 'in-steps.ts', 'lazily.ts'],
    types: ['har'],
  },
  reading: { values: [...VERDICT], types: ['har'] },
  causes: { values: [...VERDICT, 'reading', 'bug.ts'], types: ['har', 'rules'] },
  cautions: { values: [...VERDICT, 'reading', 'bug.ts', 'engines', 'fix'], types: ['har', 'rules'] },
  fix: { values: [...VERDICT, 'reading', 'bug.ts', 'engines', 'rules'], types: ['har'] },
  explain: { values: [...TELLING, 'causes', 'cautions'], types: ['har', 'diagnose.ts'] },
  recognize: { values: ['engines', 'fetch', 'knowledge', 'parse-url.ts', 'rules', 'text'] },
  report: {
    values: [...TELLING, 'bug.ts', 'explain', 'version.ts'],
    types: ['har', 'diagnose.ts', 'causes', 'cautions'],
  },
  'diagnose.ts': {
    values: [...TELLING, 'reading', 'causes', 'cautions', 'in-steps.ts', 'lazily.ts'],
    types: ['bug.ts', 'har'],
  },
  library: {
    values: [...TELLING, 'har', 'recognize', 'report', 'diagnose.ts', 'version.ts'],
  },
  'index.ts': { values: ['fix', 'har', 'library', 'version.ts'], types: ['engines', 'evidence', 'report'] },
  'internal.ts': {
    values: [
      'bug.ts',
      ...TELLING,
      'causes',
      'cautions',
      'explain',
      'har',
      'library',
      'recognize',
      'report',
      'diagnose.ts',
      'in-steps.ts',
      'version.ts',
    ],
  },
  cli: { values: ['internal.ts'], packages: ['node:', 'string-width'] },
  panel: { values: ['internal.ts'], packages: ['preact', 'webextension-polyfill'] },
  start: { values: ['cli', 'internal.ts'], packages: ['node:', 'puppeteer-core'] },
}

const root = fileURLToPath(new URL('../', import.meta.url))
const filesOf = (folder: string): readonly string[] =>
  readdirSync(`${root}${folder}`, { recursive: true, encoding: 'utf8' })
    .map((file) => `${folder}/${file.replaceAll('\\', '/')}`)
    .filter((file) => /\.tsx?$/.test(file))
    .toSorted()
const sourceOf = (file: string): string => readFileSync(`${root}${file}`, 'utf8')
const withoutComments = (source: string): string =>
  source.replace(/\/\*.*?\*\//gs, '').replace(/(^|\s)\/\/.*$/gm, '$1')

const sources = filesOf('src')

/** The folder of src that a file is in; for a file of src itself its name, for one elsewhere its folders. */
const placeOf = (file: string): string =>
  file.startsWith('src/') ? (file.split('/')[1] ?? file) : file.split('/').slice(0, -1).join('/')

/** What a file imports from elsewhere: folders of src, or packages. */
function importsOf(file: string) {
  const statements = withoutComments(sourceOf(file)).matchAll(
    /(?:^|\n)\s*(?:import|export)\s+(type\s)?[^'"`;]*?from\s+'([^']+)'|\bimport\('([^']+)'\)|(?:^|\n)import\s+'([^']+)'/g,
  )
  return [...statements]
    .map(([, type, from, dynamic, bare]) => ({
      path: from ?? dynamic ?? bare ?? '',
      typeOnly: type !== undefined,
    }))
    .map(({ path, typeOnly }) => {
      const isFile = path.startsWith('.')
      const to = isFile ? placeOf(new URL(path, `file:///${file}`).pathname.slice(1)) : path
      return { to, typeOnly, isFile }
    })
    .filter(({ to, isFile }) => !isFile || to !== placeOf(file))
}

/** What each room of the panel may import of the others, types included. */
const PANEL_ROOMS: Readonly<Record<string, readonly string[]>> = {
  parts: [],
  state: ['parts'],
  live: ['parts', 'state'],
  list: ['parts', 'state'],
  fix: ['parts', 'state'],
  detail: ['parts', 'state', 'fix'],
  frame: ['parts', 'state', 'list', 'fix', 'detail'],
  browser: ['parts', 'state', 'make-session.ts'],
}

/** The files of src that a file imports, types included. */
const filesImportedBy = (file: string): readonly string[] =>
  [...withoutComments(sourceOf(file)).matchAll(/\bfrom\s+'(\.[^']+)'/g)].map(([, path = '']) =>
    new URL(path, `file:///${file}`).pathname.slice(1),
  )

/** What a folder may import, as CONTRIBUTING.md lists it. */
function importsInWords(place: string): string {
  const { values = [], types = [], packages = [] } = MAY_IMPORT[place] ?? {}
  const parts = [
    [...values].sort().join(', '),
    types.length === 0 ? '' : `types of ${[...types].sort().join(', ')}`,
    packages.join(', '),
  ].filter((part) => part !== '')
  return parts.length === 0 ? 'nothing' : parts.join('; ')
}

describe('who may import whom', () => {
  it('is said of every folder', () =>
    expect([...new Set(sources.map(placeOf))].filter((place) => !(place in MAY_IMPORT))).toEqual([]))

  it.each(Object.entries(MAY_IMPORT))('%s keeps to it', (place, { values, types = [], packages = [] }) => {
    const wrong = sources
      .filter((file) => placeOf(file) === place)
      .flatMap((file) => importsOf(file).map((imported) => ({ file, ...imported })))
      .filter(({ to, typeOnly, isFile }) => {
        if (!isFile) return !packages.some((name) => to.startsWith(name))
        return !values.includes(to) && !(typeOnly && types.includes(to))
      })
    expect(
      wrong.map(({ file, to, typeOnly }) => `${file} imports ${typeOnly ? 'a type of ' : ''}${to}`),
    ).toEqual([])
  })

  it('is what CONTRIBUTING.md says', () => {
    const rows = [...sourceOf('CONTRIBUTING.md').matchAll(/^\| `src\/([\w.-]+)\/?` \|[^|]*\| (.*) \|$/gm)]
    const said = Object.fromEntries(rows.map(([, place = '', imports = '']) => [place, imports]))
    expect(said).toEqual(
      Object.fromEntries(Object.keys(MAY_IMPORT).map((place) => [place, importsInWords(place)])),
    )
  })

  it('leaves no way in a circle', () => {
    const reaches = (from: string, seen: readonly string[]): readonly string[] => {
      if (seen.includes(from)) return [[...seen, from].join(' > ')]
      const { values = [], types = [] } = MAY_IMPORT[from] ?? {}
      return [...values, ...types].flatMap((to) => reaches(to, [...seen, from]))
    }
    expect(Object.keys(MAY_IMPORT).flatMap((place) => reaches(place, []))).toEqual([])
  })

  it('leaves no two files that need each other, not even for a type', () => {
    const needs = new Map(sources.map((file) => [file, filesImportedBy(file)]))
    const done = new Set<string>()
    const circle = (file: string, way: readonly string[]): string | null => {
      if (way.includes(file)) return [...way.slice(way.indexOf(file)), file].join(' > ')
      if (done.has(file)) return null
      for (const next of needs.get(file) ?? []) {
        const found = circle(next, [...way, file])
        if (found !== null) return found
      }
      done.add(file)
      return null
    }
    expect(sources.flatMap((file) => circle(file, []) ?? [])).toEqual([])
  })

  it.each(Object.entries(PANEL_ROOMS))('of the panel, %s keeps to its rooms', (room, mayImport) => {
    const wrong = sources
      .filter((file) => file.startsWith(`src/panel/${room}/`))
      .flatMap((file) => filesImportedBy(file).map((to) => ({ file, to })))
      .filter(
        ({ to }) => to.startsWith('src/panel/') && ![room, ...mayImport].includes(to.split('/')[2] ?? ''),
      )
    expect(wrong).toEqual([])
  })

  it('finds imports at all', () => {
    expect(importsOf('src/rules/rule.ts')).toEqual([
      { to: 'fetch', typeOnly: true, isFile: true },
      { to: 'text', typeOnly: true, isFile: true },
    ])
    expect(importsOf('src/internal.ts').length).toBeGreaterThan(10)
  })
})

describe('files', () => {
  const folders = ['fetch', 'rules', 'evidence', 'verdict', 'properties']
  const tests = folders.flatMap((folder) => filesOf(`test/${folder}`))

  it.each([...sources, ...tests, 'test/architecture.test.ts'])('%s has 250 lines at most', (file) =>
    expect(sourceOf(file).trimEnd().split('\n').length).toBeLessThanOrEqual(250),
  )

  it.each(sources)('%s is named for what it exports', (file) => {
    const name = file.split('/').at(-1) ?? ''
    const isComponent = file.startsWith('src/panel/') && file.endsWith('.tsx')
    expect(name).toMatch(
      isComponent
        ? /^([A-Z][A-Za-z0-9]*|[a-z0-9]+(-[a-z0-9]+)*)\.tsx$/
        : /^[a-z0-9]+(-[a-z0-9]+)*(\.d)?\.ts$/,
    )
    expect(name).not.toMatch(/(^|-)(utils?|helpers?|managers?|services?|types)\.tsx?$/)
  })

  it.each(sources)('%s has nothing left to do, and no type that means nothing', (file) => {
    const source = sourceOf(file)
    expect(source).not.toMatch(/\b(TODO|FIXME|XXX|HACK)\b/)
    expect(source).not.toMatch(/@ts-(ignore|nocheck|expect-error)/)
    // Rules (causes, cautions) of different arguments have no other common type.
    const code = withoutComments(source).replace(/type Any(\w+)(?:<[^>]*>)? = \1<string, any(?:, \w+)?>/, '')
    expect(code).not.toMatch(/(?:[:<|&]|\bas|, )\s*any\s*(?=[,;)>\]=|&{]|\[\]|$)/m)
  })

  it.each(sources)('%s parses URLs with parseUrl', (file) =>
    expect(withoutComments(sourceOf(file))).not.toMatch(/\bURL\.(canParse|parse)\b/),
  )

  const core = sources.filter((file) => !/^src\/(cli|panel|start)\//.test(file))
  it.each(core)('%s is the same at every time and place', (file) =>
    // What stands in quotes is what a snippet says.
    expect(withoutComments(sourceOf(file)).replace(/'[^'\n]*'/g, "''")).not.toMatch(
      /\bDate\.now\(|\bnew Date\(\)|\bMath\.random\(|\bconsole\.\w+\(|\bprocess\.|\bsetTimeout\(|\bawait fetch\(/,
    ),
  )
})
