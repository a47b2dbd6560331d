/**
 * Records the mode and credentials mode of each fetch() and XMLHttpRequest of a page. It runs in each frame before any of
 * the frame's scripts and is passed there as text, so it must not use anything outside itself or anything that the page
 * can replace. It reads each property of a call only once, and the call continues with the values it read. With `secret`,
 * `Function.prototype.toString.call(secret)` returns the records; the page can't reach anything else of it.
 */
export function observe(secret: string): void {
  const { apply } = Reflect
  const nativeToString = Function.prototype.toString
  const call = (self: unknown, method: object, ...args: readonly unknown[]): unknown =>
    apply(method as () => unknown, self, args)
  const getter = (of: object, name: string): object => Object.getOwnPropertyDescriptor(of, name)?.get ?? of
  const [mapGet, mapSet] = [WeakMap.prototype.get, WeakMap.prototype.set]

  interface Notes {
    readonly calls: Record<number, object>
    count: number
  }
  interface Shared {
    readonly notes: Notes
    /** The original functions, by their replacements. */
    readonly originals: WeakMap<object, object>
  }
  /** The frames of one origin share data in the topmost of them. */
  const sharedOf = (frame: Window & typeof globalThis): Shared | null => {
    try {
      const found: unknown = apply(frame.Function.prototype.toString, `${secret} shared`, [])
      return typeof found === 'object' ? (found as Shared) : null
    } catch {
      return null
    }
  }
  const own = window as Window & typeof globalThis
  if (sharedOf(own) !== null) return
  const { notes, originals } =
    (window.top === window ? null : sharedOf(window.top as Window & typeof globalThis)) ??
    ({ notes: { calls: Object.create(null), count: 0 }, originals: new WeakMap() } satisfies Shared)

  const instead = <Of extends object>(
    original: Of,
    work: (self: unknown, args: unknown[]) => unknown,
  ): Of => {
    const proxy = new Proxy(original, {
      __proto__: null,
      apply: (_: object, self: unknown, args: unknown[]) => work(self, args),
    } as object)
    call(originals, mapSet, proxy, original)
    return proxy
  }
  const define = Object.defineProperty
  const put = (of: object, name: string, value: unknown): void => {
    const { enumerable, configurable, writable } = Object.getOwnPropertyDescriptor(of, name) ?? {}
    define(of, name, {
      __proto__: null,
      value,
      enumerable: enumerable === true,
      configurable: configurable === true,
      writable: writable === true,
    } as PropertyDescriptor)
  }
  put(
    Function.prototype,
    'toString',
    instead(nativeToString, (self, args) => {
      if (self === secret) return notes
      if (self === `${secret} shared`) return { __proto__: null, notes, originals }
      const isObject = typeof self === 'function'
      return apply(nativeToString, isObject ? (call(originals, mapGet, self) ?? self) : self, args)
    }),
  )

  const [NativeUrl, NativeRequest] = [URL, Request]
  const [href, baseUri] = [getter(URL.prototype, 'href'), getter(Node.prototype, 'baseURI')]
  const { now } = Performance.prototype
  const [clock, begin, page] = [performance, performance.timeOrigin, document]
  const METHODS: Record<string, string> = Object.assign(Object.create(null), {
    delete: 'DELETE',
    get: 'GET',
    head: 'HEAD',
    options: 'OPTIONS',
    post: 'POST',
    put: 'PUT',
  })
  const { toLowerCase } = String.prototype
  const note = (by: string, url: unknown, method: string, mode: unknown, credentials: unknown): void => {
    // CORS doesn't apply to other schemes, and a `data:` URL contains all its data.
    const address = url as string
    if (address[0] !== 'h' || address[1] !== 't' || address[2] !== 't' || address.length > 8192) return
    const time = begin + (call(clock, now) as number)
    notes.calls[notes.count++ % 5000] = {
      __proto__: null,
      by,
      url,
      method,
      mode,
      credentials,
      time,
    } as object
  }

  const of = Request.prototype
  const read = [
    getter(of, 'url'),
    getter(of, 'method'),
    getter(of, 'mode'),
    getter(of, 'credentials'),
  ] as const
  const nativeFetch = window.fetch
  const rejected = Promise.reject
  const NativePromise = Promise
  put(
    window,
    'fetch',
    instead(nativeFetch, (self, args) => {
      if (args.length === 0 || (self !== undefined && self !== null && self !== window))
        return apply(nativeFetch, self, args)
      let request: Request
      try {
        // fetch() begins with exactly this, so the page's objects are read as often as without the observer.
        request =
          args.length === 1
            ? new NativeRequest(args[0] as string)
            : new NativeRequest(args[0] as string, args[1] as object)
      } catch (error) {
        return call(NativePromise, rejected, error)
      }
      // By index, because the page can replace iteration and destructuring of arrays.
      const method = call(request, read[1]) as string
      note('fetch', call(request, read[0]), method, call(request, read[2]), call(request, read[3]))
      return apply(nativeFetch, self, [request])
    }),
  )

  const opened = new WeakMap<object, object>()
  const xhr = XMLHttpRequest.prototype
  const withCredentials = getter(xhr, 'withCredentials')
  const { open, send } = xhr
  put(
    xhr,
    'open',
    instead(open, (self, args) => {
      if (args.length < 2) return apply(open, self, args)
      const method = `${args[0]}`
      const url = `${args[1]}`
      args[0] = method
      args[1] = url
      const result = apply(open, self, args as never)
      call(opened, mapSet, self, { __proto__: null, method, url })
      return result
    }),
  )
  put(
    xhr,
    'send',
    instead(send, (self, args) => {
      const request = call(opened, mapGet, self) as
        | { readonly method: string; readonly url: string }
        | undefined
      if (request !== undefined) {
        const method = METHODS[call(request.method, toLowerCase) as string] ?? request.method
        const credentials = call(self, withCredentials) === true ? 'include' : 'same-origin'
        try {
          const absolute = call(new NativeUrl(request.url, call(page, baseUri) as string), href)
          note('XMLHttpRequest', absolute, method, 'cors', credentials)
        } catch {}
      }
      return apply(send, self, args as never)
    }),
  )
}
