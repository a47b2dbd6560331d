import { request as httpRequest } from 'node:http'
import type { HeaderList } from '../../../../src/fetch/header-list.ts'
import type { FetchResponse } from '../../../../src/fetch/response.ts'

/** A message to a server of these tests. */
export interface Sent {
  readonly method: string
  readonly path: string
  readonly headers: Readonly<Record<string, string>>
}

/** Sends a request to a port of this machine and returns the answer, each header line for itself. */
export const send = (port: number, { method, path, headers }: Sent): Promise<FetchResponse> =>
  new Promise((resolve, reject) => {
    const request = httpRequest(
      { host: '127.0.0.1', port, method, path, headers, agent: false },
      (answer) => {
        answer.resume()
        answer.on('error', reject)
        answer.on('end', () =>
          resolve({ status: answer.statusCode ?? 0, headerList: headerLines(answer.rawHeaders) }),
        )
      },
    )
    request.setTimeout(10_000, () => request.destroy(new Error(`no answer to ${method} ${path}`)))
    request.on('error', reject)
    request.end()
  })

const headerLines = (raw: readonly string[]): HeaderList =>
  raw.flatMap((name, i) => (i % 2 === 0 ? [{ name, value: raw[i + 1] ?? '' }] : []))
