import type { Driven } from './driven.ts'

/** Where a fetch of a page can come from; a sandboxed frame has another origin than its page. */
export type Place = 'frame' | 'worker' | 'other origin'

/** Fetches from a place in a page, and returns the status, or that it was blocked. */
export const fetchFrom = (page: Driven, place: Place, url: string): Promise<string> =>
  page.evaluate(
    (place: string, url: string) => {
      const code = `fetch(${JSON.stringify(url)}).then((r) => String(r.status), () => 'blocked')`
      if (place === 'worker') {
        const source = `${code}.then((said) => postMessage(said))`
        const worker = new Worker(URL.createObjectURL(new Blob([source])))
        return new Promise<string>((resolve) => {
          worker.onmessage = ({ data }) => resolve(String(data))
        })
      }
      const frame = document.createElement('iframe')
      if (place === 'other origin') frame.setAttribute('sandbox', 'allow-scripts')
      frame.srcdoc = `<script>${code}.then((said) => parent.postMessage(said, '*'))</script>`
      const said = new Promise<string>((resolve) => {
        addEventListener('message', ({ data }) => resolve(String(data)), { once: true })
      })
      document.body.append(frame)
      return said
    },
    place,
    url,
  )
