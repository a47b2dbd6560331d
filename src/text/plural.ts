/** Returns a count with its noun: "1 request", "2,000 requests". */
export const plural = (count: number, one: string, many: string): string =>
  `${count.toLocaleString('en')} ${count === 1 ? one : many}`
