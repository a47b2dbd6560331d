import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { thirdPartyNotices } from '../../extension/build/third-party-notices.mjs'

const directory = mkdtempSync(join(tmpdir(), 'whycors-notices-'))
afterAll(() => rmSync(directory, { recursive: true, force: true }))

/** Makes a package with such files, and returns the path of its module. */
function packageOf(
  name: string,
  files: Readonly<Record<string, string>>,
  license = 'MIT',
  repository = 'somebody/something',
): string {
  const folder = join(directory, 'node_modules', name)
  mkdirSync(folder, { recursive: true })
  const manifest = JSON.stringify({
    name,
    version: '1.2.3',
    license,
    repository,
  })
  for (const [file, text] of Object.entries({ 'package.json': manifest, ...files }))
    writeFileSync(join(folder, file), text)
  return join(folder, 'lib/index.js')
}

const bundleOf = (...inputs: readonly (readonly [path: string, bytesInOutput: number])[]) => ({
  outputs: {
    'a.js': { inputs: Object.fromEntries(inputs.map(([path, bytesInOutput]) => [path, { bytesInOutput }])) },
  },
})

test('names every package of which something is bundled, once, and none of which nothing is', () => {
  const [b, a, unused] = ['b', '@scope/a', 'unused'].map((name) =>
    packageOf(name, { LICENSE: `Terms of ${name}\r\n` }),
  )
  const bundles = [
    bundleOf([b ?? '', 10], ['src/index.ts', 5]),
    bundleOf([a ?? '', 1], [b ?? '', 1], [unused ?? '', 0]),
  ]
  const notices = thirdPartyNotices(bundles)
  expect(notices.match(/^\S+ 1\.2\.3 \(MIT\)$/gm)).toEqual(['@scope/a 1.2.3 (MIT)', 'b 1.2.3 (MIT)'])
  expect(notices).toContain('b 1.2.3 (MIT)\nhttps://github.com/somebody/something\n\nTerms of b\n')
})

test.each(['github:a/b', 'a/b', 'git+https://github.com/a/b', 'git+ssh://git@github.com/a/b'])(
  'links to the repository %s',
  (repository) => {
    const path = packageOf(repository.replaceAll(/\W/g, '-'), { LICENSE: 'Terms' }, 'MIT', repository)
    expect(thirdPartyNotices([bundleOf([path, 1])])).toContain('(MIT)\nhttps://github.com/a/b\n')
  },
)

test('is empty where nothing else is bundled', () =>
  expect(thirdPartyNotices([bundleOf(['src/index.ts', 5])])).toBe(''))

test('refuses a package without a license file', () =>
  expect(() => thirdPartyNotices([bundleOf([packageOf('bare', { 'README.md': 'hi' }), 1])])).toThrow(
    'bare has no license file, and is bundled',
  ))

test.each(['GPL-3.0', 'UNLICENSED', 'SEE LICENSE IN EULA'])('refuses a package under %s', (license) =>
  expect(() =>
    thirdPartyNotices([bundleOf([packageOf('strict', { LICENSE: 'Terms' }, license), 1])]),
  ).toThrow(`strict is under ${license}`),
)
