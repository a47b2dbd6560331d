import type { SoakOutcomes, SoakRequest, SoakWave } from './soak.ts'

/** Makes the requests of a soak. Runs in the page, so it refers to nothing outside itself. */
export async function runSoakInPage(waves: readonly SoakWave[], url: string): Promise<SoakOutcomes> {
  const outcomes: Record<string, 'shared' | 'blocked'> = {}
  const byXhr = ({ method, headers, credentials, uploadListener, id }: SoakRequest) =>
    new Promise<void>((resolve, reject) => {
      const xhr = new XMLHttpRequest()
      xhr.open(method, url)
      xhr.withCredentials = credentials === 'include'
      for (const [name, value] of Object.entries({ ...headers, 'Content-Language': id })) {
        xhr.setRequestHeader(name, value)
      }
      if (uploadListener) xhr.upload.addEventListener('progress', () => {})
      xhr.addEventListener('error', () => reject(new Error('error event')))
      xhr.addEventListener('load', () => resolve())
      xhr.send(method === 'POST' ? 'body' : null)
    })
  const byFetch = async ({ method, headers, credentials, mode, id }: SoakRequest): Promise<void> => {
    const body = method === 'POST' ? 'body' : null
    const all = { ...headers, 'Content-Language': id }
    await (await fetch(url, { method, headers: all, credentials, mode, body })).text()
  }
  for (const { pause, requests } of waves) {
    const work = async (request: SoakRequest) => {
      try {
        await (request.api === 'xhr' ? byXhr(request) : byFetch(request))
        outcomes[request.id] = 'shared'
      } catch {
        outcomes[request.id] = 'blocked'
      }
    }
    await Promise.all(requests.map(work))
    await new Promise((resolve) => setTimeout(resolve, pause))
  }
  return outcomes
}
