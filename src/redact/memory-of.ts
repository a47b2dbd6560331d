/** Values as they are shown, by field. */
export interface Memory {
  get(field: string, value: string): string | undefined
  set(field: string, value: string, shown: string): void
  clear(): void
}

/**
 * Returns a memory that is cleared before it holds more than `most` characters. What was set last is kept, however long it is.
 */
export function memoryOf(most: number): Memory {
  const fields = new Map<string, Map<string, string>>()
  let size = 0
  const clear = (): void => {
    fields.clear()
    size = 0
  }
  return {
    get: (field, value) => fields.get(field)?.get(value),
    set(field, value, shown) {
      const characters = value.length + shown.length
      if (size + characters > most) clear()
      size += characters
      const values = fields.get(field) ?? new Map<string, string>()
      fields.set(field, values.set(value, shown))
    },
    clear,
  }
}

/** From this length on, a value is worth the room that it takes to mask it only once. */
export const LONG = 20_000

/** How many characters of long values are remembered. */
export const MOST_OF_LONG = 256_000_000
