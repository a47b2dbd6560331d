// Runs a TypeScript file of the tests as a program: `node test/run-script.mjs FILE.ts [ARGUMENT]...`
import { rmSync } from 'node:fs'
import { basename } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { build } from 'esbuild'

const [script, ...args] = process.argv.slice(2)
const root = fileURLToPath(new URL('..', import.meta.url))
// Below node_modules, so that imports of packages resolve and git does not see it.
const outfile = `${root}node_modules/.cache/whycors/${basename(script, '.ts')}-${process.pid}.mjs`
await build({
  absWorkingDir: root,
  entryPoints: [script],
  outfile,
  bundle: true,
  platform: 'node',
  format: 'esm',
  target: 'node20',
  packages: 'external',
  sourcemap: 'inline',
  logLevel: 'warning',
})
const { main } = await import(pathToFileURL(outfile).href)
rmSync(outfile)
process.exitCode = await main(args)
