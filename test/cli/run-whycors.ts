import { readFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'
import type { Send } from '../../src/check/wire.ts'
import type { Io } from '../../src/cli/io.ts'
import { run } from '../../src/cli/run.ts'

/** What a command line left behind. */
export interface Ran {
  readonly code: number
  readonly out: string
  readonly err: string
}

/** A server that says nothing of CORS. */
const silent: Send = async () => ({
  status: 200,
  statusText: 'OK',
  httpVersion: 'HTTP/1.1',
  headers: [['Content-Type', 'application/json']],
  body: new Uint8Array(),
  started: 0,
  ms: 1,
})

/** Runs the command line in memory; `files` are the only files that there are, and `send` reaches the only server. */
export async function whycors(
  args: readonly string[],
  files: Readonly<Record<string, string | Uint8Array>> = {},
  send: Send = silent,
  { confirm, write, progress }: Pick<Io, 'confirm' | 'write' | 'progress'> = {},
): Promise<Ran> {
  let out = ''
  let err = ''
  const code = await run(args, {
    read: async function* (path) {
      const file = files[path]
      if (file === undefined) throw Object.assign(new Error(`ENOENT: ${path}`), { code: 'ENOENT' })
      yield typeof file === 'string' ? new TextEncoder().encode(file) : file
    },
    send,
    lookUp: async () => 'unknown',
    ...(confirm === undefined ? {} : { confirm }),
    ...(write === undefined ? {} : { write }),
    ...(progress === undefined ? {} : { progress }),
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
