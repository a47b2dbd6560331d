/** A line of a text, and its number; the first one is 1. */
export interface Line {
  readonly number: number
  readonly text: string
}

/** Yields the lines of a text as its bytes arrive, without those that are blank. */
export async function* linesOf(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<Line> {
  const decoder = new TextDecoder()
  let number = 0
  let parts: string[] = []
  for await (const piece of bytes) {
    const [first = '', ...others] = decoder.decode(piece, { stream: true }).split('\n')
    parts.push(first)
    for (const other of others) {
      const text = parts.join('')
      number++
      if (text.trim() !== '') yield { number, text }
      parts = [other]
    }
  }
  const text = parts.join('') + decoder.decode()
  if (text.trim() !== '') yield { number: number + 1, text }
}
