import { readFileSync, rmSync } from 'node:fs'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { build } from 'esbuild'
import { sources } from '../../sources.ts'
import type { Job } from './jobs.ts'
import { maskingSites, type Site } from './masking-sites.ts'
import { instrumented } from './masking-switch.ts'

const root = fileURLToPath(new URL('../../../', import.meta.url))

/** The redactions that are there from the beginning. */
const REDACTIONS: Readonly<Record<string, readonly string[]>> = {
  'src/redact/redact-text.ts': ['redacting'],
  'src/panel/parts/redaction.ts': ['wholeRedaction', 'redaction'],
}

/** Returns the places that mask, and the jobs of {@link Job} with sources in which each place can be switched off. */
export async function instrumentedJobs(): Promise<{
  readonly sites: readonly Site[]
  readonly jobs: readonly Job[]
}> {
  const sites = maskingSites(root, sources)
  // Below node_modules, so that imports of packages resolve and git does not see it.
  const outfile = `${root}node_modules/.cache/whycors/mutants-${process.pid}.mjs`
  await build({
    absWorkingDir: root,
    entryPoints: ['test/redact/mutants/jobs.ts'],
    outfile,
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    packages: 'external',
    jsx: 'automatic',
    jsxImportSource: 'preact',
    alias: { '#network': `${root}src/network/network.ts` },
    plugins: [
      {
        name: 'masking',
        setup: (on) =>
          on.onLoad({ filter: /[\\/]src[\\/].*\.tsx?$/ }, ({ path }) => {
            const file = path.slice(root.length).replaceAll('\\', '/')
            const text = readFileSync(path, 'utf8')
            return {
              contents: instrumented(text, sites.get(file) ?? [], REDACTIONS[file] ?? []),
              loader: path.endsWith('x') ? 'tsx' : 'ts',
            }
          }),
      },
    ],
  })
  try {
    const { jobs } = (await import(pathToFileURL(outfile).href)) as { readonly jobs: readonly Job[] }
    return { sites: [...sites.values()].flat(), jobs }
  } finally {
    rmSync(outfile)
  }
}
