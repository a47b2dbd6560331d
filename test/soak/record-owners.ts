import type { CDPSession } from 'puppeteer-core'
import type { SoakTruth } from './soak.ts'

/** What the debugging protocol tells of a soak's requests. */
export type Owners = Pick<SoakTruth, 'codes'> & { readonly preflights: Record<string, readonly string[]> }

/** Listens to which preflight the browser sent for which request, and why it blocked it. */
export async function recordOwners(session: CDPSession, url: string): Promise<() => Owners> {
  const idOf = new Map<string, string>()
  const ownerOf = new Map<string, string>()
  const numberOf = new Map<string, string>()
  const codes: Record<string, string> = {}
  session.on('Network.requestWillBeSent', ({ requestId, request, initiator }) => {
    if (request.url !== url) return
    if (initiator.type === 'preflight') ownerOf.set(requestId, initiator.requestId ?? '')
    else idOf.set(requestId, namedValue(request.headers, 'content-language'))
  })
  session.on('Network.responseReceived', ({ requestId, response }) => {
    if (response.url === url) numberOf.set(requestId, namedValue(response.headers, 'x-preflight'))
  })
  session.on('Network.loadingFailed', ({ requestId, corsErrorStatus }) => {
    const id = idOf.get(requestId)
    if (id !== undefined && corsErrorStatus !== undefined) codes[id] = corsErrorStatus.corsError
  })
  await session.send('Network.enable')
  return () => {
    const preflights: Record<string, string[]> = {}
    for (const [preflight, owner] of ownerOf) {
      const id = idOf.get(owner) ?? ''
      preflights[id] = [...(preflights[id] ?? []), numberOf.get(preflight) ?? '']
    }
    return { codes, preflights }
  }
}

const namedValue = (headers: Readonly<Record<string, string>>, lower: string): string =>
  Object.entries(headers).find(([name]) => name.toLowerCase() === lower)?.[1] ?? ''
