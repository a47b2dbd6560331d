/** A header in HAR format. */
export interface HeaderLine {
  readonly name: string
  readonly value: string
}

/** Returns the headers of a raw list, in which names and values alternate. */
export const headerLines = (raw: readonly string[]): readonly HeaderLine[] =>
  raw.flatMap((name, i) => (i % 2 === 0 ? [{ name, value: raw[i + 1] ?? '' }] : []))

/** Returns the first value of a header, or null. */
export const headerValue = (headers: readonly HeaderLine[], name: string): string | null =>
  headers.find((one) => one.name.toLowerCase() === name)?.value ?? null
