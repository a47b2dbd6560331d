import { execFileSync, spawnSync } from 'node:child_process'
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { unpack } from './unpack.ts'

const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string }
const directory = mkdtempSync(join(tmpdir(), 'whycors-packages-'))
const here = join(directory, 'here')
const atTheReviewers = join(directory, 'reviewer')
const packageIn = (place: string, name: string): string =>
  join(place, 'dist', 'packages', `whycors-${name}-${version}.zip`)

beforeAll(() => {
  // Not in the working copy, whose dist/ other tests use.
  for (const path of ['src', 'extension', ...rootFiles]) cpSync(path, join(here, path), { recursive: true })
  makePackages(here)
}, 120_000)
afterAll(() => rmSync(directory, { recursive: true, force: true }))

const rootFiles = [
  ...['CHANGELOG.md', 'CONTRIBUTING.md', 'LICENSE', 'README.md', 'build.mjs', 'extension/package.mjs'],
  ...['manifest.json', 'package.json', 'package-lock.json', 'tsconfig.base.json', 'tsconfig.json'],
]

/** Builds and packs what is in a folder; its packages are those of this working copy, instead of `npm ci`. */
function makePackages(place: string): void {
  for (const name of packagesBuiltFrom())
    cpSync(join('node_modules', name), join(place, 'node_modules', name), { recursive: true })
  for (const script of ['build.mjs', 'extension/package.mjs'])
    execFileSync(process.execPath, [script], { cwd: place, stdio: ['ignore', 'ignore', 'inherit'] })
}

/** The packages that the sources import, what these need in turn, and what bundles them. */
function packagesBuiltFrom(): ReadonlySet<string> {
  const imported = readdirSync('src', { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.tsx?$/.test(file))
    .flatMap((file) => [
      ...readFileSync(join('src', file), 'utf8').matchAll(
        / from '((?:@[\w.-]+\/)?[a-z][\w.-]*)(?:\/[^':]+)?'/g,
      ),
    ])
    .map(([, name]) => name ?? '')
  const { packages } = JSON.parse(readFileSync('package-lock.json', 'utf8')) as Lockfile
  // The text of a snippet imports much; `npm start` is not part of what is packed.
  const ours = Object.keys(packages['']?.devDependencies ?? {}).filter((name) => name !== 'puppeteer-core')
  const needed = new Set(['esbuild', '@esbuild', ...ours.filter((name) => imported.includes(name))])
  for (const name of needed)
    for (const other of Object.keys(packages[`node_modules/${name}`]?.dependencies ?? {})) needed.add(other)
  return needed
}

interface Lockfile {
  readonly packages: Readonly<
    Record<
      string,
      { readonly [kind in 'dependencies' | 'devDependencies']?: Readonly<Record<string, string>> }
    >
  >
}

it('whoever builds the source package gets all three packages again, byte for byte', () => {
  unpack(packageIn(here, 'source'), atTheReviewers)
  makePackages(atTheReviewers)
  for (const name of ['chrome', 'firefox', 'source'])
    expect(
      readFileSync(packageIn(atTheReviewers, name)).equals(readFileSync(packageIn(here, name))),
      name,
    ).toBe(true)
}, 120_000)

it('the linter of Firefox’s add-ons says nothing about the package, not even a notice', () => {
  const { stdout, stderr } = spawnSync(
    process.execPath,
    [
      'node_modules/web-ext/bin/web-ext.js',
      ...['lint', '--no-config-discovery', '--output=json', `--source-dir=${packageIn(here, 'firefox')}`],
    ],
    { encoding: 'utf8' },
  )
  expect(stdout, stderr).toMatch(/^\{/)
  const { errors, warnings, notices, metadata } = JSON.parse(stdout)
  expect({ errors, warnings, notices }).toEqual({ errors: [], warnings: [], notices: [] })
  expect(metadata.totalScannedFileSize).toBeGreaterThan(100_000)
}, 120_000)

describe.each(['chrome', 'firefox'])('the package for %s', (name) => {
  const place = join(directory, name)
  let files: readonly string[] = []
  let manifest: Manifest
  beforeAll(() => {
    files = unpack(packageIn(here, name), place)
    manifest = JSON.parse(readFileSync(join(place, 'manifest.json'), 'utf8')) as Manifest
  })

  it('has the version of package.json, and no permission that does anything before a trial asks for hosts', () => {
    expect(manifest.version).toBe(version)
    const about = Object.entries(manifest).filter(([key]) =>
      /permissions|background|content_scripts/.test(key),
    )
    expect(Object.fromEntries(about)).toEqual({
      // Optional, Chrome grants it and then never answers a call that adds a rule.
      permissions: ['declarativeNetRequestWithHostAccess'],
      optional_host_permissions: ['http://*/*', 'https://*/*'],
      background: name === 'chrome' ? { service_worker: 'background.js' } : { scripts: ['background.js'] },
    })
  })

  it('says what its own browser asks, and nothing that only the other one understands', () => {
    const { minimum_chrome_version: chrome, browser_specific_settings: firefox } = manifest
    expect(chrome).toEqual(name === 'chrome' ? expect.stringMatching(/^\d+$/) : undefined)
    expect(firefox?.gecko).toEqual(
      name === 'chrome'
        ? undefined
        : {
            id: expect.stringContaining('@'),
            strict_min_version: expect.stringMatching(/^\d+\.0$/),
            data_collection_permissions: { required: ['none'] },
          },
    )
  })

  it('has its icons in the sizes that it states', () => {
    expect(Object.keys(manifest.icons)).toEqual(['16', '32', '48', '64', '96', '128'])
    for (const [size, path] of Object.entries(manifest.icons)) {
      const png = readFileSync(join(place, path))
      expect([png.readUInt32BE(16), png.readUInt32BE(20)], path).toEqual([Number(size), Number(size)])
    }
  })

  it('loads little with every DevTools window', () => {
    const loaded = new Set(['devtools.js'])
    for (const file of loaded)
      for (const [, other = ''] of readFileSync(join(place, file), 'utf8').matchAll(
        /(?:from |import )"\.\/([^"]+)"/g,
      ))
        loaded.add(other)
    const size = [...loaded].reduce((sum, file) => sum + statSync(join(place, file)).size, 0)
    expect(size).toBeLessThan(60_000)
  })

  it('holds what the manifest and its pages ask for, and no more', () => {
    // The background opens the page that asks for access.
    const pages = [manifest.devtools_page, 'panel.html', 'allow.html']
    const asked = pages.flatMap((page) => [
      page,
      ...[...readFileSync(join(place, page), 'utf8').matchAll(/(?:src|href)="([^"]+)"/g)].map(
        ([, path]) => path,
      ),
    ])
    const imported = new Set<string>()
    const importsOf = (path: string): void => {
      for (const [, file = ''] of readFileSync(join(place, path), 'utf8').matchAll(
        /(?:from |import |import\()"\.\/([^"]+)"/g,
      )) {
        if (imported.has(file)) continue
        imported.add(file)
        importsOf(file)
      }
    }
    for (const path of asked) if (path?.endsWith('.js')) importsOf(path)
    const expected = [
      'manifest.json',
      'LICENSE',
      'THIRD-PARTY-NOTICES.txt',
      '_locales/en/messages.json',
      ...asked,
      ...imported,
      'background.js',
      ...Object.values(manifest.icons),
    ]
    expect([...files].sort()).toEqual(expected.sort())
  })

  it('holds its own license and those of the packages that it is built from', () => {
    expect(readFileSync(join(place, 'LICENSE'), 'utf8')).toBe(readFileSync('LICENSE', 'utf8'))
    const notices = readFileSync(join(place, 'THIRD-PARTY-NOTICES.txt'), 'utf8')
    expect(notices).toMatch(/^preact [\d.]+ \(MIT\)\nhttps:.*\n\n(.*\n)*Copyright/m)
    expect(notices).toMatch(/^tldts [\d.]+ \(MIT\)/m)
    expect(notices).toMatch(/^webextension-polyfill [\d.]+ \(MPL-2\.0\)\nhttps:.*\n\nMozilla Public License/m)
  })

  it('can write no markup and run no text as code', () => {
    for (const file of files.filter((file) => file.endsWith('.js')))
      expect(readFileSync(join(place, file), 'utf8')).not.toMatch(
        /\.(inner|outer)HTML\s*=|insertAdjacentHTML|document\.write|\bnew Function\b|(?<![.\w])eval\(/,
      )
  })
})

it('the web page holds the licenses of the packages that it is built from, in a comment', () => {
  const page = readFileSync(join(here, 'dist/web/index.html'), 'utf8')
  const [, comment] = /<!--((?:(?!-->)[\s\S])*)-->\s*<\/html>\s*$/.exec(page) ?? []
  expect(comment).toMatch(/^preact [\d.]+ \(MIT\)/m)
  expect(comment).not.toContain('--')
})

interface Manifest {
  readonly version: string
  readonly devtools_page: string
  readonly icons: Readonly<Record<string, string>>
  readonly minimum_chrome_version?: string
  readonly browser_specific_settings?: { readonly gecko: unknown }
}
