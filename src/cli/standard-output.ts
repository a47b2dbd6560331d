import { once } from 'node:events'
import { fstatSync, statSync, writeSync } from 'node:fs'

/** Standard output, or what stands for it. */
export interface StandardOutput {
  /** The terminal that it's shown on, or null. */
  readonly terminal: NodeJS.WriteStream | null
  /** Writes a text; a promise waits until a slow reader has caught up. */
  write(text: string): void | Promise<void>
  /** Whether nothing is left to be written, or to be said about it. */
  isWritten(): boolean
}

/**
 * Returns standard output. To a file or a pipe it writes directly, because Node.js would load its streams and network for
 * that, which takes longer than most reports. Calls the function with the error if it can't be written.
 */
export function standardOutput(failed: (error: NodeJS.ErrnoException) => void): StandardOutput {
  let stream = isDirect(1) ? null : streamOfOutput(failed)
  return {
    terminal: stream?.isTTY === true ? stream : null,
    write: (text) => {
      const rest = stream === null ? unwritten(Buffer.from(text), failed) : text
      if (rest === null) return undefined
      stream ??= streamOfOutput(failed)
      // An error is only reported after the call that caused it, and nothing is taken any more then.
      return stream.write(rest) || stream.errored !== null
        ? undefined
        : once(stream, 'drain').then(() => undefined)
    },
    isWritten: () => stream === null || (stream.writableLength === 0 && stream.errored === null),
  }
}

/**
 * Reports whether a file descriptor can be written directly, which says that it's no terminal. Windows has consoles that
 * know nothing of UTF-8.
 */
export function isDirect(descriptor: number): boolean {
  if (process.platform === 'win32') return false
  try {
    const found = fstatSync(descriptor)
    return !found.isCharacterDevice() || found.rdev === statSync('/dev/null').rdev
  } catch {
    return false
  }
}

/** Writes bytes, and returns those that a pipe that doesn't let its writers wait has no room for; null if there are none. */
function unwritten(bytes: Buffer, failed: (error: NodeJS.ErrnoException) => void): Buffer | null {
  let rest = bytes
  try {
    while (rest.length > 0) rest = rest.subarray(writeSync(1, rest))
  } catch (caught) {
    const error = caught as NodeJS.ErrnoException
    if (error.code === 'EAGAIN') return rest
    failed(error)
  }
  return null
}

function streamOfOutput(failed: (error: NodeJS.ErrnoException) => void): NodeJS.WriteStream {
  process.stdout.on('error', failed)
  return process.stdout
}
