import type { Readable } from 'node:stream'
import type { Answer, Pending } from './pending.ts'

/** How many bytes of a body are read: enough to recognize the server from an error page. */
const MOST = 3 * 1024

/** How long to wait for the rest of a slow or endless body, in milliseconds. */
const PATIENCE = 1000

/** Reads the beginning of a body, and then passes on the response, even if the body breaks off. */
export function readBody(
  body: Readable,
  pending: Pending,
  answer: (body: Uint8Array) => Answer,
  done: (answer: Answer) => void,
): void {
  const chunks: Buffer[] = []
  let size = 0
  const so = (): Answer => answer(new Uint8Array(Buffer.concat(chunks).subarray(0, MOST)))
  pending.answer = so
  const timer = setTimeout(() => end(), PATIENCE)
  const end = (): void => {
    clearTimeout(timer)
    done(so())
  }
  body.on('data', (chunk: Buffer) => {
    chunks.push(chunk)
    size += chunk.length
    if (size >= MOST) {
      body.pause()
      end()
    }
  })
  for (const event of ['end', 'error', 'aborted', 'close']) body.once(event, end)
}
