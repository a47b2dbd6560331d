import { once } from 'node:events'
import { createReadStream } from 'node:fs'
import { relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { run } from './run.ts'

const terminal = process.stdout.isTTY === true
const plainWanted = (process.env['NO_COLOR'] ?? '') !== '' || process.env['TERM'] === 'dumb'

// A reader that stops early (`| head`) is no error.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error
  process.exit(0)
})

process.exitCode = await run(process.argv.slice(2), {
  read: (path) => (path === '-' ? process.stdin : createReadStream(path)),
  sample: relative(process.cwd(), fileURLToPath(new URL('./sample.har', import.meta.url))),
  out: async (text) => {
    if (!process.stdout.write(text)) await once(process.stdout, 'drain')
  },
  err: (text) => {
    process.stderr.write(text)
  },
  debug: (process.env['WHYCORS_DEBUG'] ?? '') !== '',
  color: terminal && !plainWanted,
  width: Math.max(40, Math.min(terminal ? process.stdout.columns : 80, 100)),
})
