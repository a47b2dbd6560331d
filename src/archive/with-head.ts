/** Returns the first bytes of a file, as many as requested if it has them, and the whole file. */
export async function withHead(
  bytes: AsyncIterable<Uint8Array>,
  wanted: number,
): Promise<{ readonly head: Uint8Array; readonly whole: AsyncIterable<Uint8Array> }> {
  const iterator = bytes[Symbol.asyncIterator]()
  const begun: Uint8Array[] = []
  const head = new Uint8Array(wanted)
  let length = 0
  while (length < wanted) {
    const { done, value } = await iterator.next()
    if (done === true) break
    begun.push(value)
    head.set(value.subarray(0, wanted - length), length)
    length += Math.min(value.length, wanted - length)
  }
  const whole = async function* (): AsyncGenerator<Uint8Array> {
    try {
      yield* begun.splice(0)
      for (;;) {
        const { done, value } = await iterator.next()
        if (done === true) return
        yield value
      }
    } finally {
      await iterator.return?.()
    }
  }
  return { head: head.subarray(0, length), whole: whole() }
}
