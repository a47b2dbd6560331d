/**
 * Notes for each fetch() and XMLHttpRequest of a page its mode and credentials mode, in `window[place]`. It runs in
 * the page, before any of the page's scripts, and is passed there as text: it may use nothing outside itself. The
 * page's calls go through unchanged.
 */
export function observe(place: string): void {
  if (Object.hasOwn(window, place)) return
  const calls: object[] = []
  Object.defineProperty(window, place, { value: calls })
  const note = (by: string, url: string, method: string, mode: string, credentials: string): void => {
    if (calls.length >= 5000) calls.shift()
    const time = performance.timeOrigin + performance.now()
    const absolute = new URL(url, document.baseURI).href
    const normalized = /^(delete|get|head|options|post|put)$/i.test(method) ? method.toUpperCase() : method
    calls.push({ by, url: absolute, method: normalized, mode, credentials, time })
  }
  /** Whatever goes wrong in here is not the page's problem. */
  const quietly = (action: () => void): void => {
    try {
      action()
    } catch {}
  }

  window.fetch = new Proxy(window.fetch, {
    apply(target, self, args: Parameters<typeof fetch>) {
      quietly(() => {
        const [input, init] = args
        const request = input instanceof Request ? input : null
        const url = request?.url ?? String(input)
        note(
          'fetch',
          url,
          init?.method ?? request?.method ?? 'GET',
          init?.mode ?? request?.mode ?? 'cors',
          init?.credentials ?? request?.credentials ?? 'same-origin',
        )
      })
      return Reflect.apply(target, self, args)
    },
  })

  const opened = new WeakMap<XMLHttpRequest, { readonly method: string; readonly url: string }>()
  XMLHttpRequest.prototype.open = new Proxy(XMLHttpRequest.prototype.open, {
    apply(target, self: XMLHttpRequest, args: [string, string | URL, boolean]) {
      quietly(() => opened.set(self, { method: String(args[0]), url: String(args[1]) }))
      return Reflect.apply(target, self, args)
    },
  })
  XMLHttpRequest.prototype.send = new Proxy(XMLHttpRequest.prototype.send, {
    apply(target, self: XMLHttpRequest, args: [XMLHttpRequestBodyInit?]) {
      quietly(() => {
        const request = opened.get(self)
        if (request === undefined) return
        const credentials = self.withCredentials ? 'include' : 'same-origin'
        note('XMLHttpRequest', request.url, request.method, 'cors', credentials)
      })
      return Reflect.apply(target, self, args)
    },
  })
}
