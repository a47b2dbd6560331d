/** Returns the first truthy value of `probe`, asked every 50 ms; a probe that throws counts as "not yet". */
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

/** Resolves after so many milliseconds. */
export const sleep = (milliseconds: number): Promise<void> =>
  new Promise((resolve) => setTimeout(resolve, milliseconds))
