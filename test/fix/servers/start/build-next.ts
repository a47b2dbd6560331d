import { spawn } from 'node:child_process'
import { cp, mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll } from 'vitest'

const modules = fileURLToPath(new URL('../node_modules', import.meta.url))

/** Its packages are a link out of the folder, which Turbopack follows only below its root. */
const CONFIGURATION = `export default { turbopack: { root: '/' }, typescript: { ignoreBuildErrors: true } }\n`

/**
 * Builds a Next.js app once for the tests of a `describe`; a build takes as long as all the rest. What varies with
 * the policy is compiled in, all of it, and chosen by a variable of the environment when the server starts.
 */
export function builtByNext(files: () => Readonly<Record<string, string>>): { readonly folder: string } {
  let folder = ''
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'whycors-next-'))
    await symlink(modules, join(folder, 'node_modules'))
    for (const [path, content] of Object.entries({ 'next.config.mjs': CONFIGURATION, ...files() })) {
      await mkdir(dirname(join(folder, path)), { recursive: true })
      await writeFile(join(folder, path), content)
    }
    await build(folder)
  }, 180_000)
  afterAll(async () => {
    const keep = process.env['WHYCORS_KEEP']
    if (keep !== undefined) await cp(folder, keep, { recursive: true })
    await rm(folder, { recursive: true, force: true })
  })
  return {
    get folder() {
      return folder
    },
  }
}

/** The program itself: the link in `.bin` is a script of a shell elsewhere. */
export const NEXT = join(modules, 'next/dist/bin/next')

const build = (folder: string): Promise<void> =>
  new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [NEXT, 'build'], {
      cwd: folder,
      env: { ...process.env, NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1', NO_COLOR: '1' },
    })
    let said = ''
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', (chunk: Buffer) => {
        said += chunk.toString()
      })
    child.once('error', reject)
    child.once('exit', (code) => (code === 0 ? resolve() : reject(new Error(`next build failed\n${said}`))))
  })
