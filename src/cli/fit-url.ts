import { columnsOf, firstColumns, lastColumns } from './columns.ts'

/** Returns a URL cut in its middle so that it takes so many columns at most; host and the path's end stay. */
export function fitUrl(url: string, columns: number): string {
  const bare = columnsOf(url) > columns ? url.replace(/\?.*$/s, '?…') : url
  if (columnsOf(bare) <= columns) return bare
  const tail = Math.floor((columns - 1) / 3)
  return `${firstColumns(bare, columns - 1 - tail)}…${lastColumns(bare, tail)}`
}
