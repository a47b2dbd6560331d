import { type Running, type Start, start } from '../fix/servers/start/start.ts'
import type { Files } from './files-in.ts'

/** How a project is started. */
export interface Started {
  readonly command?: Start['command']
  /** Starts it, where that takes more than a command. */
  readonly start?: (files: Files) => Promise<Running>
  /** A server behind it: started first, with the same files. */
  readonly behind?: readonly [string, ...string[]]
}

/** Starts a project and returns what is done with it while it runs; its files may name the port and folder it gets. */
export async function running<T>(
  { command, start: startOwn, behind }: Started,
  files: Files,
  work: (server: Running) => Promise<T>,
): Promise<T> {
  const app = behind === undefined ? null : await start({ files: () => files, command: () => behind })
  try {
    const server = await (startOwn?.(files) ??
      start({
        files: ({ folder, port }) => filled(files, { PORT: port, FOLDER: folder, BEHIND: app?.port ?? '' }),
        command: command ?? (() => ['false']),
      }))
    try {
      return await work(server)
    } finally {
      await server.stop()
    }
  } finally {
    await app?.stop()
  }
}

const filled = (files: Files, values: Readonly<Record<string, string | number>>): Files =>
  Object.fromEntries(
    Object.entries(files).map(([path, text]) => [
      path,
      Object.entries(values).reduce(
        (all, [name, value]) => all.replaceAll(`__${name}__`, String(value)),
        text,
      ),
    ]),
  )
