/** Resolves when a condition is true, or after the given number of milliseconds. */
export async function waitUntil(isSo: () => boolean, timeout: number): Promise<void> {
  const end = Date.now() + timeout
  // Recent events of the page may not have arrived yet.
  do await new Promise((resolve) => setTimeout(resolve, 50))
  while (!isSo() && Date.now() < end)
}
