import type { CaseRequest } from './engine-case.ts'

/** What the page got. */
export type PageResult =
  | {
      readonly type: 'response'
      readonly status: number
      readonly responseType: string
      readonly exposed: readonly string[]
    }
  | { readonly type: 'loaded' }
  | { readonly type: 'error'; readonly message: string }
  | { readonly type: 'timeout' }

/** Makes the request of a case. Runs in the page, so it refers to nothing outside itself. */
export async function runInPage(request: CaseRequest, url: string, limit: number): Promise<PageResult> {
  const { api, method, headers, body, credentials, mode, redirect, referrerPolicy, crossorigin } = request
  const failure = (error: unknown): PageResult => ({ type: 'error', message: String(error) })

  const byFetch = async (): Promise<PageResult> => {
    const init = { method, body, credentials, mode, redirect, referrerPolicy }
    const response = await fetch(url, { ...init, headers: headers.map(([name, value]) => [name, value]) })
    await response.text()
    return {
      type: 'response',
      status: response.status,
      responseType: response.type,
      exposed: [...response.headers.keys()],
    }
  }

  const byXhr = () =>
    new Promise<PageResult>((resolve) => {
      const xhr = new XMLHttpRequest()
      xhr.open(method, url)
      xhr.withCredentials = credentials === 'include'
      for (const [name, value] of headers) xhr.setRequestHeader(name, value)
      if (request.uploadListener) xhr.upload.addEventListener('progress', () => {})
      xhr.addEventListener('error', () => resolve(failure('XHR error event')))
      xhr.addEventListener('load', () => {
        const lines = xhr
          .getAllResponseHeaders()
          .trim()
          .split('\r\n')
          .filter((line) => line !== '')
        const exposed = lines.map((line) => line.slice(0, line.indexOf(':')))
        resolve({ type: 'response', status: xhr.status, responseType: 'cors', exposed })
      })
      xhr.send(body)
    })

  const byElement = () =>
    new Promise<PageResult>((resolve) => {
      const element = document.createElement(api)
      element.setAttribute('referrerpolicy', referrerPolicy)
      if (crossorigin !== null) element.setAttribute('crossorigin', crossorigin)
      if (api === 'link') element.setAttribute('rel', 'stylesheet')
      element.addEventListener('load', () => resolve({ type: 'loaded' }))
      element.addEventListener('error', () => resolve(failure('element error event')))
      element.setAttribute(api === 'link' ? 'href' : 'src', url)
      document.body.append(element)
    })

  const tooLate = new Promise<PageResult>((resolve) => setTimeout(() => resolve({ type: 'timeout' }), limit))
  const run = async () => (api === 'fetch' ? byFetch() : api === 'xhr' ? byXhr() : byElement())
  return Promise.race([run().catch(failure), tooLate])
}
