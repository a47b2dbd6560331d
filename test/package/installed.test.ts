import { execFileSync, spawnSync } from 'node:child_process'
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join, resolve } from 'node:path'
import { build } from 'esbuild'
import { strToU8, zipSync } from 'fflate'
import { describe, expect, inject, test } from 'vitest'
import { usedHere } from './used-here.ts'

const project = inject('project')
const installed = join(project, 'node_modules/whycors')
const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string }

const har = readFileSync('test/recordings/chromium-devtools.har', 'utf8')

/** Runs a program of the project where the package is installed, and returns what it prints. */
const run = (...args: readonly string[]): string =>
  execFileSync(process.execPath, args, { cwd: project, encoding: 'utf8', input: har })

/** Runs a linter of packages on the tarball. */
const lint = (name: string, ...args: readonly string[]) => {
  const { status, stdout, stderr } = spawnSync(process.execPath, [bin(name), ...args], { encoding: 'utf8' })
  return { status, said: `${stdout}${stderr}` }
}
const bin = (name: string): string => {
  const manifest = resolve('node_modules', name, 'package.json')
  const { bin } = JSON.parse(readFileSync(manifest, 'utf8')) as { bin: string | Record<string, string> }
  return resolve(manifest, '..', typeof bin === 'string' ? bin : (Object.values(bin)[0] ?? ''))
}

test('the package holds what is used of it, and nothing of a clone', () => {
  const files = execFileSync('tar', ['-tzf', inject('tarball')], { encoding: 'utf8' })
    .trim()
    .split('\n')
  const generated = /^package\/dist\/(?:types\/[\w/-]+\.d\.c?ts|shared\/[\w-]+-\w+\.js)$/
  const others = files.filter((file) => !generated.test(file))
  expect(others.filter((file) => file !== 'package/dist/THIRD-PARTY-NOTICES.txt').sort()).toEqual(
    [
      ...['LICENSE', 'README.md', 'package.json', 'dist/cli.js', 'dist/sample.har'],
      ...['dist/cli/core.cjs', 'dist/cli/explain.cjs', 'dist/cli/whycors.cjs'],
      ...readdirSync('src/schema').map((name) => `src/schema/${name}`),
      ...['dist/network.js', 'dist/no-network.js'],
      ...['dist/dev.cjs', 'dist/dev.js', 'dist/index.cjs', 'dist/index.js', 'dist/vite.cjs', 'dist/vite.js'],
      ...['playwright', 'playwright-reporter'].flatMap((name) => [`dist/${name}.cjs`, `dist/${name}.js`]),
    ]
      .map((file) => `package/${file}`)
      .sort(),
  )
  for (const types of [
    'index.d.ts',
    'index.d.cts',
    'dev/index.d.ts',
    'dev/index.d.cts',
    'dev/vite.d.ts',
    'playwright/index.d.ts',
  ])
    expect(files).toContain(`package/dist/types/${types}`)
})

test('it holds the licenses of all that is bundled in it', () => {
  const parts = ['cli', 'shared'].flatMap((folder) =>
    readdirSync(join(installed, 'dist', folder)).map((file) => `${folder}/${file}`),
  )
  const modules = [
    'dev.cjs',
    'dev.js',
    'index.cjs',
    'index.js',
    'playwright.cjs',
    'playwright.js',
    'vite.cjs',
    'vite.js',
  ]
  const bundled = ['cli.js', ...parts, ...modules].flatMap((file) =>
    [
      ...readFileSync(join(installed, 'dist', file), 'utf8').matchAll(
        /^\s*\/\/ .*node_modules\/((?:@[^/]+\/)?[^/]+)\//gm,
      ),
    ].map(([, name]) => name),
  )
  const notices = join(installed, 'dist/THIRD-PARTY-NOTICES.txt')
  const named = existsSync(notices)
    ? [...readFileSync(notices, 'utf8').matchAll(/^(\S+) \d[\w.+-]* \(.+\)\nhttps?:/gm)].map(
        ([, name]) => name,
      )
    : []
  expect([...new Set(named)].sort()).toEqual([...new Set(bundled)].sort())
})

test('nothing runs when it is installed, and nothing else is installed with it', () => {
  const manifest = JSON.parse(readFileSync(join(installed, 'package.json'), 'utf8')) as Record<
    string,
    unknown
  >
  const scripts = Object.keys(manifest.scripts ?? {})
  expect(scripts.filter((name) => /^(pre|post)?(install|uninstall)$|^prepare$/.test(name))).toEqual([])
  for (const kind of ['dependencies', 'optionalDependencies', 'peerDependencies', 'bundledDependencies'])
    expect(manifest[kind]).toBeUndefined()
})

test('publint finds nothing to correct', () => {
  const { status, said } = lint('publint', 'run', inject('tarball'), '--strict')
  expect(said).toContain('All good!')
  expect(status).toBe(0)
})

test('every way to resolve its types finds them', () => {
  const { status, said } = lint(
    '@arethetypeswrong/cli',
    '--no-definitely-typed',
    '-f',
    'json',
    inject('tarball'),
  )
  const { analysis } = JSON.parse(said)
  expect(analysis.types).toEqual({ kind: 'included' })
  expect(analysis.problems).toEqual([])
  expect(status).toBe(0)
})

describe('its types', () => {
  const older = createRequire(resolve('node_modules/ts-json-schema-generator/package.json'))
  const compilers = {
    'TypeScript 7': bin('typescript'),
    'TypeScript 5.9': older.resolve('typescript/bin/tsc'),
  }
  const strict =
    '--noEmit --strict --exactOptionalPropertyTypes --skipLibCheck false --target es2022 --lib es2023'
  test.each(
    Object.entries(compilers).flatMap(([name, tsc]) => [
      { name, tsc, options: '--module nodenext', file: 'types.ts' },
      { name, tsc, options: '--module node16', file: 'types.cts' },
      { name, tsc, options: '--module esnext --moduleResolution bundler', file: 'types.ts' },
    ]),
  )('serve $name, $options, $file', ({ tsc, options, file }) => {
    const args = [tsc, ...strict.split(' '), ...options.split(' '), file]
    const { status, stdout } = spawnSync(process.execPath, args, { cwd: project, encoding: 'utf8' })
    expect(stdout).toBe('')
    expect(status).toBe(0)
  })
})

describe('it does the same as here', () => {
  test('as a module of Node.js', async () => expect(JSON.parse(run('use.mjs'))).toEqual(await usedHere(har)))

  test('with require()', async () => expect(JSON.parse(run('require.cjs'))).toEqual(await usedHere(har)))

  test('as a command', async () => {
    const { bin } = JSON.parse(readFileSync(join(installed, 'package.json'), 'utf8')) as {
      bin: { whycors: string }
    }
    const args = [join(installed, bin.whycors), 'explain', '--all', '--format', 'json', '-']
    const { stdout } = spawnSync(process.execPath, args, { cwd: project, encoding: 'utf8', input: har })
    const { report } = await usedHere(har)
    expect(JSON.parse(stdout.replaceAll('"standard input"', '"a.har"'))).toEqual(report)
    expect(run(join(installed, bin.whycors), '--version')).toBe(`whycors ${version}\n`)
  })

  test('with what only some files and formats need', () => {
    const [archive, plain] = [join(project, 'a.zip'), join(project, 'b.har')]
    writeFileSync(archive, zipSync({ 'b.har': strToU8(har) }))
    writeFileSync(plain, har)
    const explained = (...args: readonly string[]): string => {
      const command = [join(installed, 'dist/cli.js'), 'explain', ...args]
      const { stdout, stderr } = spawnSync(process.execPath, command, { encoding: 'utf8' })
      return stdout + stderr
    }
    expect(explained(archive, '--brief').replaceAll(/a\.zip(?:\/b\.har)?/g, 'b.har')).toBe(
      explained(plain, '--brief'),
    )
    expect(explained(plain, '--format', 'sarif')).toContain('/sarif-2.1.0.json')
    expect(explained('--curl', 'wget x')).toMatch(/^whycors: --curl: /)
  })

  test('and its sample is there', () => {
    const { stdout } = spawnSync(process.execPath, [join(installed, 'dist/cli.js'), '--sample'], {
      encoding: 'utf8',
    })
    expect(stdout).toMatch(/20 entries, 14 cross-origin requests/)
  })
})

test('what watches a dev server can be imported and required', () => {
  const program = `
    const { createRequire } = await import('node:module')
    const modules = [await import('whycors/dev'), createRequire(import.meta.url)('whycors/dev'), await import('whycors/vite')]
    const server = (await import('node:http')).createServer()
    modules[0].watch(server)
    console.log(modules.map((one) => Object.keys(one).filter((key) => key !== 'module.exports').join()).join(' '), server.listenerCount('request'))`
  expect(run('--input-type=module', '--eval', program)).toBe(
    'explainCors,watch explainCors,watch default 1\n',
  )
})

test('check() has an HTTP client here, and none in a bundle for browsers', async () => {
  const program = `
    const { check } = await import('whycors')
    const server = (await import('node:http')).createServer((_, response) => response.end())
    await new Promise((done) => server.listen(0, '127.0.0.1', done))
    const url = 'http://127.0.0.1:' + server.address().port
    console.log((await check(url, { origin: 'https://app.example' })).requests.map(({ status }) => status).join())
    server.close()`
  expect(run('--input-type=module', '--eval', program)).toBe('200\n')
  const { outputFiles } = await build({
    stdin: { contents: "import { check } from 'whycors'; check", resolveDir: project },
    bundle: true,
    platform: 'browser',
    write: false,
    logLevel: 'silent',
  })
  expect(outputFiles[0]?.text).not.toContain('node:http')
})

test('its schema can be imported', () => {
  const schema: unknown = createRequire(join(project, 'use.mjs'))('whycors/schema/report.json')
  expect(schema).toEqual(JSON.parse(readFileSync('src/schema/report.json', 'utf8')))
})
