import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join, posix } from 'node:path'

/** Where `tsc -b` puts the declarations of the core, and those of the rooms that are compiled by themselves. */
const compiled = (name) => join('.cache/types', /^(dev|playwright)\//.test(name) ? name : `src/${name}`)

/** What the package exports. */
const ENTRIES = ['index', 'dev/index', 'dev/vite', 'playwright/index', 'playwright/reporter']

/**
 * Writes the declarations that the public API needs into a folder, twice: `.d.ts` for importers, `.d.cts` for those
 * who call `require`. TypeScript reads a declaration file as a module of the kind that its name says, so that one
 * file can't serve both.
 */
export function buildDeclarations(folder) {
  const { status } = spawnSync('node_modules/.bin/tsc', ['-b', 'src/dev', 'src/playwright'], {
    stdio: 'inherit',
    shell: process.platform === 'win32',
  })
  if (status !== 0) throw new Error('there are type errors')
  const pending = [...ENTRIES]
  const done = new Set()
  for (let name = pending.pop(); name !== undefined; name = pending.pop()) {
    if (done.has(name)) continue
    done.add(name)
    const text = readFileSync(`${compiled(name)}.d.ts`, 'utf8')
    const imports = [...text.matchAll(specifiers)].map(([, , path]) => path)
    pending.push(...imports.map((path) => posix.join(posix.dirname(name), path)))
    write(join(folder, `${name}.d.ts`), text.replace(specifiers, '$1$2.js$3'))
    write(join(folder, `${name}.d.cts`), text.replace(specifiers, '$1$2.cjs$3'))
  }
}

/** A relative import, which names a source file: `from './verdict.ts'`, `import("./verdict.ts")`. */
const specifiers = /((?:\bfrom |\bimport\()['"])(\.{1,2}\/[^'"]+)\.ts(['"])/g

function write(path, text) {
  if (!existsSync(dirname(path))) mkdirSync(dirname(path), { recursive: true })
  writeFileSync(path, text)
}
