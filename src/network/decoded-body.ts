import { brotliDecompressSync, constants, gunzipSync, inflateSync } from 'node:zlib'
import type { Answer } from './pending.ts'

/** What a few compressed kilobytes may become, in bytes. */
const MOST = 64 * 1024

/** What is kept of it. */
const KEPT = 3 * 1024

/** Returns the beginning of a body as text, decompressed if necessary; empty if that fails. */
export function decodedBody(body: Uint8Array, headers: Answer['headers']): Uint8Array {
  const coding = headers.find(([name]) => name.toLowerCase() === 'content-encoding')?.[1].toLowerCase()
  if (coding === undefined || coding === 'identity' || body.length === 0) return body
  const unpack = UNPACK[coding]
  try {
    return unpack === undefined ? new Uint8Array() : new Uint8Array(unpack(body).subarray(0, KEPT))
  } catch {
    // The beginning of something else, or far more than it looks.
    return new Uint8Array()
  }
}

/** They stop where the bytes do: only the beginning was read. */
const cut = { finishFlush: constants.Z_SYNC_FLUSH, maxOutputLength: MOST }

const UNPACK: Readonly<Record<string, (body: Uint8Array) => Buffer>> = {
  gzip: (body) => gunzipSync(body, cut),
  deflate: (body) => inflateSync(body, cut),
  br: (body) =>
    brotliDecompressSync(body, {
      finishFlush: constants.BROTLI_OPERATION_FLUSH,
      maxOutputLength: MOST,
    }),
}
