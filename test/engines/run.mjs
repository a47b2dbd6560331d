// Bundles and runs the harness: Node 20 does not run TypeScript by itself.
import { fileURLToPath, pathToFileURL } from 'node:url'
import { build } from 'esbuild'

const root = fileURLToPath(new URL('../..', import.meta.url))
// Below node_modules, so that imports of packages resolve and git does not see it.
const outfile = `${root}node_modules/.cache/whycors/engines-${process.pid}.mjs`
await build({
  absWorkingDir: root,
  entryPoints: ['test/engines/main.ts'],
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
const { rmSync } = await import('node:fs')
rmSync(outfile)
process.exitCode = await main(process.argv.slice(2))
