import { execFileSync } from 'node:child_process'
import { cpSync, mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import type { TestProject } from 'vitest/node'

declare module 'vitest' {
  interface ProvidedContext {
    /** The package as `npm pack` makes it. */
    readonly tarball: string
    /** The folder of a project that has nothing but that package installed. */
    readonly project: string
  }
}

const SOURCES = [
  ...['LICENSE', 'README.md', 'build.mjs', 'extension', 'manifest.json', 'package.json'],
  ...['src', 'tsconfig.base.json', 'tsconfig.json'],
]

/** Packs the package in a copy of the sources, whose dist/ no other test uses, and installs it without a network. */
export default function setup(testProject: TestProject): () => void {
  const directory = mkdtempSync(join(tmpdir(), 'whycors-installed-'))
  const copy = join(directory, 'copy')
  const project = join(directory, 'project')
  for (const path of SOURCES) cpSync(path, join(copy, path), { recursive: true })
  symlinkSync(resolve('node_modules'), join(copy, 'node_modules'), 'junction')
  npm(copy, 'pack', '--pack-destination', directory)
  const tarball = readdirSync(directory).find((name) => name.endsWith('.tgz')) ?? ''
  cpSync('test/package/consumers', project, { recursive: true })
  cpSync('test/package/consumers/types.ts', join(project, 'types.cts'))
  writeFileSync(
    join(project, 'package.json'),
    JSON.stringify({ private: true, type: 'module', dependencies: { whycors: `file:../${tarball}` } }),
  )
  npm(project, 'install', '--offline', '--no-audit', '--no-fund')
  testProject.provide('tarball', join(directory, tarball))
  testProject.provide('project', project)
  return () => rmSync(directory, { recursive: true, force: true })
}

const npm = (cwd: string, ...args: readonly string[]): void => {
  execFileSync('npm', ['--silent', ...args], {
    cwd,
    stdio: ['ignore', 'ignore', 'inherit'],
    shell: process.platform === 'win32',
  })
}
