/** Resolves when something is so, at the latest after so many milliseconds. */
export async function waitUntil(isSo: () => boolean, timeout: number): Promise<void> {
  const end = Date.now() + timeout
  // What the page noticed a moment ago is still on its way to us.
  do await new Promise((resolve) => setTimeout(resolve, 50))
  while (!isSo() && Date.now() < end)
}
