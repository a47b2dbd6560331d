import { columnsOf, firstColumns, lastColumns } from './columns.ts'

/** Returns a URL shortened in the middle to at most that many columns; the host and the end of the path are kept. */
export function fitUrl(url: string, columns: number): string {
  const bare = columnsOf(url) > columns ? url.replace(/\?.*$/s, '?…') : url
  if (columnsOf(bare) <= columns) return bare
  const tail = Math.floor((columns - 1) / 3)
  return `${firstColumns(bare, columns - 1 - tail)}…${lastColumns(bare, tail)}`
}
