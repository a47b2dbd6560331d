// Builds what is shipped, with esbuild and nothing else:
//   dist/cli.js    the command line, one file, Node >= 20
//   dist/index.js  the library: the same core without the command line
import { existsSync, readFileSync, statSync } from 'node:fs'
import { chmod, cp, readdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { build } from 'esbuild'

const { version } = JSON.parse(readFileSync('package.json', 'utf8'))

if (process.argv.includes('--if-needed') && !(await isStale())) process.exit(0)

await rm('dist', { recursive: true, force: true })
const shared = {
  bundle: true,
  format: 'esm',
  target: 'node20',
  legalComments: 'none',
  define: { __WHYCORS_VERSION__: JSON.stringify(version) },
  logLevel: 'warning',
}
await build({
  ...shared,
  entryPoints: ['src/cli/main.ts'],
  outfile: 'dist/cli.js',
  platform: 'node',
  banner: { js: '#!/usr/bin/env node' },
})
await build({ ...shared, entryPoints: ['src/index.ts'], outfile: 'dist/index.js', platform: 'neutral' })
await cp('src/cli/sample.har', 'dist/sample.har')
await chmod('dist/cli.js', 0o755)

/** Whether a source is newer than the last build. */
async function isStale() {
  if (!existsSync('dist/cli.js')) return true
  const built = statSync('dist/cli.js').mtimeMs
  const sources = await readdir('src', { recursive: true })
  return ['package.json', 'build.mjs', ...sources.map((file) => join('src', file))].some(
    (file) => statSync(file).mtimeMs > built,
  )
}
