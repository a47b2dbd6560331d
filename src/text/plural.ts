import { grouped } from './grouped.ts'

/** Returns a count with its noun: "1 request", "2,000 requests". */
export const plural = (count: number, one: string, many: string): string =>
  `${grouped(count)} ${count === 1 ? one : many}`
