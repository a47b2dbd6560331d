import { describe, expect, it } from 'vitest'
import { MAY_IMPORT } from './may-import.ts'
import { sourceOf, sources, withoutComments } from './sources.ts'

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
  trial: ['parts', 'state'],
  fix: ['parts', 'state', 'trial'],
  'what-if': ['parts', 'state'],
  detail: ['parts', 'state', 'fix', 'what-if'],
  export: ['parts', 'state'],
  toolbar: ['parts', 'state', 'export'],
  frame: ['parts', 'state', 'toolbar', 'list', 'fix', 'detail', 'what-if', 'trial'],
  browser: ['parts', 'state', 'trial', 'make-session.ts'],
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
    expect(
      [...new Set(sources.map(placeOf))]
        .filter((place) => !(place in MAY_IMPORT))
        .map(
          (place) =>
            `src/${place}: say what it may import in test/may-import.ts, and in CONTRIBUTING's table`,
        ),
    ).toEqual([]))

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
    const said = new Map(rows.map(([, place = '', imports = '']) => [place, imports]))
    const places = Object.keys(MAY_IMPORT)
    const wrong = [
      ...places
        .filter((place) => said.get(place) !== importsInWords(place))
        .map((place) => `src/${place}: its row must end with | ${importsInWords(place)} |`),
      ...[...said.keys()].filter((place) => !places.includes(place)).map((place) => `src/${place}: no row`),
    ]
    expect(wrong).toEqual([])
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
