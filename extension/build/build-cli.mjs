import { createHash } from 'node:crypto'
import { chmod, cp, readFile, writeFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import { loadedWhenCalled } from './loaded-when-called.mjs'

/**
 * Builds the command line with a function that bundles: a small module that loads the rest together with what V8 made of it in an
 * earlier process. That is possible for a script only, and Node.js starts CommonJS sooner, so that all of it is CommonJS. Most of
 * the rest isn't needed to explain a file, and what isn't loaded takes no time, so that there is a bundle for that alone.
 */
export async function buildCli(bundle) {
  const options = {
    platform: 'node',
    target: 'node20',
    // What it has for Node is CommonJS that calls require().
    alias: { yaml: resolve('node_modules/yaml/browser/index.js') },
    // Its list of public suffixes takes longer to make than all else, and most requests don't need it.
    plugins: [loadedWhenCalled('tldts')],
    // A script that V8 compiled earlier has no import().
    supported: { 'dynamic-import': false },
  }
  const later = new Set()
  const explain = await bundle('src/cli/core.ts', {
    ...options,
    format: 'cjs',
    outfile: 'dist/cli/explain.cjs',
    plugins: [...options.plugins, leftToCore(later)],
  })
  const rest = await bundle([], {
    ...options,
    stdin: { contents: exportsOf([resolve('src/cli/core.ts'), ...later]), resolveDir: resolve('.') },
    format: 'cjs',
    outfile: 'dist/cli/core.cjs',
  })
  const hashes = await Promise.all(
    ['explain', 'core'].map(async (name) => await written(`dist/cli/${name}.cjs`)),
  )
  const banner = { js: '#!/usr/bin/env node' }
  const main = await bundle('src/cli/main.ts', {
    ...options,
    outfile: 'dist/cli/whycors.cjs',
    format: 'cjs',
    banner,
    define: { __WHYCORS_EXPLAIN__: JSON.stringify(hashes[0]), __WHYCORS_CORE__: JSON.stringify(hashes[1]) },
  })
  await bundle('src/cli/es-module.ts', { ...options, outfile: 'dist/cli.js', format: 'esm', banner })
  for (const file of ['dist/cli.js', 'dist/cli/whycors.cjs']) await chmod(file, 0o755)
  await cp('src/cli/sample.har', 'dist/sample.har')
  return [explain, rest, main]
}

/** A plugin for esbuild: what a bundle imports when it needs it is taken from core.cjs, and is added to a set. */
const leftToCore = (later) => ({
  name: 'left to core.cjs',
  setup({ onResolve }) {
    onResolve({ filter: /^\./ }, ({ kind, path, resolveDir }) => {
      if (kind !== 'dynamic-import') return undefined
      later.add(resolve(resolveDir, path))
      return { path: './core.cjs', external: true }
    })
  },
})

const exportsOf = (modules) => modules.map((path) => `export * from ${JSON.stringify(path)}`).join('\n')

/** Writes a script in ASCII and returns its hash. */
async function written(file) {
  const text = inAscii(await readFile(file, 'utf8'))
  await writeFile(file, text)
  return createHash('sha256').update(text).digest('hex')
}

/**
 * Escapes what isn't ASCII: for V8, such a script has half the size. esbuild has escaped it in strings, and left it in patterns and
 * comments.
 */
function inAscii(script) {
  if (/\braw`[^`]*[^\0-\x7f]|\\[^\0-\x7f]/.test(script))
    throw new Error('something that isn’t ASCII has no escape')
  return script.replace(/[^\0-\x7f]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)
}
