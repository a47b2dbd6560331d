import type { Page } from 'puppeteer-core'

/** The browser's own account of which requests failed. */
export interface CorsErrors {
  /** Returns the `corsError` or else the network error of the latest request to a URL; null if it did not fail. */
  readonly of: (url: string) => string | null
}

/** Listens to what the debugging protocol tells about a page's requests. */
export async function listenForCorsErrors(page: Page): Promise<CorsErrors> {
  const session = await page.createCDPSession()
  const urls = new Map<string, string>()
  const errors = new Map<string, string>()
  session.on('Network.requestWillBeSent', ({ requestId, request, initiator }) => {
    // What becomes of a preflight is reported on the request that needed it; a redirect keeps its first URL.
    if (initiator.type === 'preflight' || urls.has(requestId)) return
    urls.set(requestId, request.url)
    errors.delete(request.url)
  })
  session.on('Network.loadingFailed', ({ requestId, errorText, corsErrorStatus }) => {
    const url = urls.get(requestId)
    if (url !== undefined) errors.set(url, corsErrorStatus?.corsError ?? errorText)
  })
  await session.send('Network.enable')
  return { of: (url) => errors.get(url) ?? null }
}
