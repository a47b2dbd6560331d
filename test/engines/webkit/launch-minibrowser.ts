import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { closeSync, mkdtempSync, openSync, readSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { waitFor } from '../../../src/start/chromium/wait-for.ts'
import { findMinibrowser } from './find-minibrowser.ts'

export interface RunningMinibrowser {
  readonly version: string
  /** Returns the lines that the browser has written since the last call. */
  readonly newLines: () => readonly string[]
  /** Resolves, with what it said last, if the browser ends by itself. */
  readonly ended: Promise<string>
  readonly close: () => Promise<void>
}

/**
 * Returns a fresh MiniBrowser that shows a page, asks a SOCKS proxy for every host and takes any certificate.
 * Neither a WebDriver session nor a private one: in both, WebKit writes no console messages.
 */
export async function launchMinibrowser(socksPort: number, url: string): Promise<RunningMinibrowser> {
  const path = findMinibrowser()
  const home = mkdtempSync(join(tmpdir(), 'whycors-webkit-'))
  const log = join(home, 'console.log')
  writeFileSync(log, '')
  const children: ChildProcess[] = []
  // A process group of its own: the browser, its web process and the network process end together.
  const kill = () => {
    for (const child of children) {
      try {
        if (child.pid !== undefined) process.kill(-child.pid, 'SIGKILL')
      } catch {
        // It has ended already.
      }
    }
  }
  process.once('exit', kill)
  const close = async () => {
    kill()
    process.off('exit', kill)
    await Promise.all(children.map(endOf))
    rmSync(home, { recursive: true, force: true, maxRetries: 10 })
  }
  try {
    const display = await startDisplay(children)
    const child = startBrowser(path, home, log, display, [
      '--ignore-tls-errors',
      '--cookies-policy=always',
      '--enable-write-console-messages-to-stdout=true',
      `--proxy=socks5://127.0.0.1:${socksPort}`,
      url,
    ])
    children.push(child)
    const { newLines, closeLog } = followLines(log)
    const ended = endOf(child).then(() => `MiniBrowser has ended: ${newLines().slice(-3).join(' ')}`)
    return {
      version: versionOf(path, display),
      newLines,
      ended,
      close: () => close().finally(closeLog),
    }
  } catch (error) {
    await close()
    throw error
  }
}

/** Returns the display to show the browser on: one that nobody sees. */
async function startDisplay(children: ChildProcess[]): Promise<string> {
  // Xvfb picks a free number itself and writes it to its third stream.
  const child = spawn('Xvfb', ['-displayfd', '3', '-screen', '0', '800x600x24', '-nolisten', 'tcp'], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
    detached: true,
  })
  children.push(child)
  let number = ''
  child.stdio[3]?.on('data', (chunk: Buffer) => {
    number += chunk
  })
  let failed = ''
  child.on('error', ({ message }) => {
    failed = `Xvfb did not start: ${message} (install xvfb)`
  })
  await waitFor(() => failed !== '' || number.endsWith('\n'), 'Xvfb to start')
  if (failed !== '') throw new Error(failed)
  return `:${number.trim()}`
}

function startBrowser(path: string, home: string, log: string, display: string, args: readonly string[]) {
  // To a file or a pipe the web process would write only when its buffer is full: script(1) gives it a terminal,
  // and stty lets that terminal neither break long lines nor change their ends.
  const quoted = [path, ...args].map((text) => `'${text.replaceAll("'", "'\\''")}'`).join(' ')
  const command = `stty -opost cols 60000 2>/dev/null; exec ${quoted}`
  return spawn('script', ['-qefc', command, log], {
    stdio: 'ignore',
    detached: true,
    cwd: home,
    env: environment(home, display),
  })
}

/** Nothing is left over from an earlier run, and no desktop is looked for. */
function environment(home: string, display: string): NodeJS.ProcessEnv {
  const env: NodeJS.ProcessEnv = {
    ...process.env,
    DISPLAY: display,
    HOME: home,
    XDG_RUNTIME_DIR: home,
    XDG_DATA_HOME: home,
    XDG_CACHE_HOME: home,
    XDG_CONFIG_HOME: home,
    GIO_USE_VFS: 'local',
    GSETTINGS_BACKEND: 'memory',
    GTK_A11Y: 'none',
    LIBGL_ALWAYS_SOFTWARE: '1',
    NO_AT_BRIDGE: '1',
    WEBKIT_DISABLE_DMABUF_RENDERER: '1',
  }
  for (const name of Object.keys(env)) {
    if (name === 'WAYLAND_DISPLAY' || /^(https?|all|no)_proxy$/i.test(name)) delete env[name]
  }
  return env
}

function versionOf(path: string, display: string): string {
  const env = { ...process.env, DISPLAY: display }
  const text = execFileSync(path, ['--version'], {
    env,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
  })
  return text.trim().split('\n')[0] ?? 'WebKitGTK'
}

function followLines(log: string) {
  const file = openSync(log, 'r')
  const buffer = Buffer.alloc(1 << 16)
  let offset = 0
  let rest = ''
  const newLines = (): readonly string[] => {
    for (let length = read(); length > 0; length = read()) {
      offset += length
      rest += buffer.toString('latin1', 0, length)
    }
    const lines = rest.split('\n')
    rest = lines.pop() ?? ''
    return lines.map((line) => Buffer.from(line, 'latin1').toString('utf8').trimEnd())
  }
  const read = () => readSync(file, buffer, 0, buffer.length, offset)
  return { newLines, closeLog: () => closeSync(file) }
}

const endOf = (child: ChildProcess): Promise<void> =>
  new Promise((resolve) => {
    if (child.exitCode !== null || child.signalCode !== null || child.pid === undefined) resolve()
    else child.once('exit', () => resolve())
  })
