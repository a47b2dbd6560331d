import { spawn } from 'node:child_process'
import { cp, mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { freePort } from '../../../free-port.ts'

/** A server that runs, until it is stopped. */
export interface Running {
  readonly port: number
  readonly stop: () => Promise<void>
}

/** How to start a server: its files, by path, and its command; both may name the folder and port it runs in. */
export interface Start {
  readonly files: (at: { readonly folder: string; readonly port: number }) => Readonly<Record<string, string>>
  readonly command: (at: { readonly folder: string; readonly port: number }) => readonly [string, ...string[]]
}

/** Starts a server in a folder of its own and returns it once it accepts connections. */
export async function start({ files, command }: Start): Promise<Running> {
  const folder = await mkdtemp(join(tmpdir(), 'whycors-server-'))
  const port = await freePort()
  await symlink(fileURLToPath(new URL('../node_modules', import.meta.url)), join(folder, 'node_modules'))
  for (const [path, content] of Object.entries(files({ folder, port }))) {
    await mkdir(dirname(join(folder, path)), { recursive: true })
    await writeFile(join(folder, path), content)
  }
  const [program, ...args] = command({ folder, port })
  const child = spawn(program, args, { cwd: folder, env: { ...process.env, PORT: String(port) } })
  let said = ''
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk: Buffer) => {
      said += chunk.toString()
    })
  const ended = new Promise<string>((resolve) => {
    child.once('error', (error) => resolve(error.message))
    child.once('exit', (code) => resolve(`it ended with ${code}`))
  })
  let why: string | null = null
  ended.then((reason) => {
    why = reason
  })
  const stop = async (): Promise<void> => {
    child.kill('SIGTERM')
    const late = setTimeout(() => child.kill('SIGKILL'), 3000)
    await ended
    clearTimeout(late)
    await rm(folder, { recursive: true, force: true })
  }
  const until = Date.now() + 30_000
  while (!(await accepts(port))) {
    if (why !== null || Date.now() > until) {
      if (process.env['WHYCORS_KEEP'] !== undefined)
        await cp(folder, process.env['WHYCORS_KEEP'], { recursive: true })
      await stop()
      throw new Error(`${program} does not listen: ${why ?? 'too slow'}\n${said}`)
    }
    await new Promise((resolve) => setTimeout(resolve, 25))
  }
  return { port, stop }
}

const accepts = (port: number): Promise<boolean> =>
  new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1')
    const done = (answer: boolean) => () => {
      socket.destroy()
      resolve(answer)
    }
    socket.once('connect', done(true))
    socket.once('error', done(false))
  })
