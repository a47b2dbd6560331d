import { readFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'
import { run } from '../../src/cli/run.ts'

/** What a command line left behind. */
export interface Ran {
  readonly code: number
  readonly out: string
  readonly err: string
}

/** Runs the command line in memory; `files` are the only files that there are. */
export async function whycors(
  args: readonly string[],
  files: Readonly<Record<string, string | Uint8Array>> = {},
): Promise<Ran> {
  let out = ''
  let err = ''
  const code = await run(args, {
    read: async function* (path) {
      const file = files[path]
      if (file === undefined) throw Object.assign(new Error(`ENOENT: ${path}`), { code: 'ENOENT' })
      yield typeof file === 'string' ? new TextEncoder().encode(file) : file
    },
    sample: 'sample.har',
    out: (text) => {
      out += text
    },
    err: (text) => {
      err += text
    },
    color: false,
    debug: false,
    width: 80,
    listWidth: 80,
  })
  return { code, out, err }
}

/** Returns a recording of test/oracle/recordings. */
export const recording = (name: string): string =>
  gunzipSync(readFileSync(new URL(`../oracle/recordings/${name}.har.gz`, import.meta.url))).toString('utf8')
