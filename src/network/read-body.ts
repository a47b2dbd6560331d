import type { Readable } from 'node:stream'
import type { Answer, Pending } from './pending.ts'

/** What is read of a body, in bytes: enough for an error page to show what wrote it. */
const MOST = 3 * 1024

/** How long to wait for the rest of a body that trickles or never ends, in milliseconds. */
const PATIENCE = 1000

/** Reads the beginning of a body, and then hands over the response; a body that breaks off changes nothing of it. */
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
