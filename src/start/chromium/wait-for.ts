/** Returns the first truthy value of `probe`, which is called every 50 ms; throwing means "not yet". */
export async function waitFor<T>(
  probe: () => Promise<T> | T,
  what: string,
  limit = 15_000,
): Promise<Exclude<NonNullable<T>, false>> {
  const end = Date.now() + limit
  let lastError: unknown = null
  for (;;) {
    try {
      const value = await probe()
      if (value) return value as Exclude<NonNullable<T>, false>
    } catch (error) {
      lastError = error
    }
    if (Date.now() > end) throw new Error(`Timed out waiting for ${what}`, { cause: lastError })
    await sleep(50)
  }
}

/** Resolves after the given number of milliseconds. */
export const sleep = (milliseconds: number): Promise<void> =>
  new Promise((resolve) => setTimeout(resolve, milliseconds))
