import { type CheckRequest, plainRequest } from '../check/check-request.ts'
import { isName } from '../fetch/header-list.ts'
import { type CheckUrlOptions, checkUrl } from '../library/check-url.ts'
import type { CheckRow } from './check-row.ts'
import { resultOfRow } from './result-of-row.ts'
import type { RowResult } from './row-result.ts'

/** How the checks of a list are made. */
export interface CheckRowsOptions extends Omit<CheckUrlOptions, 'file'> {
  /** How many are made at the same time. */
  readonly concurrency: number
  /** Is called whenever one more is done. */
  readonly onDone: (done: number) => void
}

/** Makes the checks of a list and returns their results in its order. */
export async function checkRows(
  rows: readonly CheckRow[],
  { concurrency, onDone, ...options }: CheckRowsOptions,
): Promise<readonly RowResult[]> {
  const results = new Map<number, RowResult>()
  const pending = rows.entries()
  const worker = async (): Promise<void> => {
    // The workers share one iterator, so that each row is taken once.
    for (const [i, row] of pending) {
      results.set(i, resultOfRow(row, await checkUrl(requestOf(row), { ...options, file: i })))
      onDone(results.size)
    }
  }
  await Promise.all(Array.from({ length: Math.min(concurrency, rows.length) }, worker))
  return rows.flatMap((_, i) => results.get(i) ?? [])
}

function requestOf({
  url,
  origin,
  method,
  headers,
  credentials,
  mode,
  data,
  engine,
}: CheckRow): CheckRequest {
  return {
    ...plainRequest,
    url,
    origin,
    method,
    // A page can't set it; it stands for the browser's cookies.
    headers: headers.filter(({ name }) => !isName(name, 'Cookie')),
    cookie: headers.find(({ name }) => isName(name, 'Cookie'))?.value ?? null,
    body: data,
    credentials: credentials ?? plainRequest.credentials,
    mode: mode ?? plainRequest.mode,
    engine: engine ?? plainRequest.engine,
  }
}
