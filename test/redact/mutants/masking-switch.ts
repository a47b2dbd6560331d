import { METHODS, type Off } from './masking.ts'
import type { Site } from './masking-sites.ts'

type Callable = (...args: readonly unknown[]) => unknown

/** What instrumented sources call. */
export interface Switch {
  /** Returns a function as its place calls it. */
  call(id: number, off: Off, isSure: boolean, called: unknown): unknown
  /** Returns a condition under which secrets are shown, as its place decides it. */
  asked(id: number, isAsked: unknown): unknown
  /** Makes the methods of a redaction report who calls them from a place that isn't known. */
  guard<T>(redaction: T): T
}

/** The name under which the sources find it. */
const NAME = '__maskingSwitch'

/** Returns a source in which each place that masks can be switched off. */
export function instrumented(text: string, sites: readonly Site[], redactions: readonly string[]): string {
  const edits = sites.flatMap(({ id, off, start, end, call }) => {
    const isSure = !/\bshow\b/.test(call)
    const before =
      off === 'asked' ? `${NAME}.asked(${id}, ` : `${NAME}.call(${id}, ${JSON.stringify(off)}, ${isSure}, `
    return [
      { at: start, added: before },
      { at: end, added: ')' },
    ]
  })
  // Of places that begin together, the outer one comes first; what is added last stands before the rest.
  edits.reverse().sort((a, b) => b.at - a.at)
  let made = text
  for (const { at, added } of edits) made = made.slice(0, at) + added + made.slice(at)
  return [made, ...redactions.map((name) => `${NAME}.guard(${name})`)].join('\n')
}

/** Switches places off, one at a time, and says which of them a run needs. */
export class MaskingSwitch implements Switch {
  /** The places that have removed the secret from a value since {@link begin}. */
  needed: ReadonlySet<number> = new Set()
  /** The places that any job came to. */
  readonly reached = new Set<number>()
  /** Calls of redactions from places that aren't known. */
  readonly unknown = new Set<string>()
  #needed = new Set<number>()
  #secret = ''
  /** The place that is off; null: none is. */
  #off: number | null = null
  readonly #masking = new WeakSet<Callable>()
  readonly #guarded = new WeakSet<Callable>()
  #isCalled = false

  constructor() {
    Object.assign(globalThis, { [NAME]: this })
  }

  /** Notes from now on which places a job needs that has this secret. */
  begin(secret: string): void {
    this.#secret = secret
    this.#needed = new Set()
    this.needed = this.#needed
  }

  /** Returns what something returns while a place is off. */
  async without<T>(id: number, run: () => Promise<T>): Promise<T> {
    this.#off = id
    try {
      return await run()
    } finally {
      this.#off = null
    }
  }

  call(id: number, off: Off, isSure: boolean, called: unknown): unknown {
    if (typeof called !== 'function') return called
    const whole = called as Callable
    if (!isSure && !this.#masking.has(whole)) return called
    const placed: Callable = (...args) => {
      if (this.#off === id) return this.#withoutMask(off, args, whole)
      if (this.#guarded.has(whole)) this.#isCalled = true
      const result = whole(...args)
      if (off === 'showing') this.guard(result)
      if (this.#off === null) this.#note(id, off, args, result)
      return result
    }
    this.#masking.add(placed)
    return placed
  }

  asked(id: number, isAsked: unknown): unknown {
    if (this.#off === id) return true
    if (!isAsked) this.#need(id)
    return isAsked
  }

  guard<T>(redaction: T): T {
    const methods = redaction as Record<string, unknown>
    for (const [name, method] of Object.entries(methods)) {
      if (typeof method !== 'function' || !Object.hasOwn(METHODS, name)) continue
      if (this.#guarded.has(method as Callable)) continue
      const guarded: Callable = (...args) => {
        if (!this.#isCalled) this.unknown.add(`${name}: ${new Error().stack ?? ''}`)
        this.#isCalled = false
        return (method as Callable)(...args)
      }
      this.#guarded.add(guarded)
      this.#masking.add(guarded)
      methods[name] = guarded
    }
    return redaction
  }

  #withoutMask(off: Off, args: readonly unknown[], whole: Callable): unknown {
    if (off === 'nothing') return undefined
    if (off === 'showing') return whole(true)
    return args[Number(off)]
  }

  #note(id: number, off: Off, args: readonly unknown[], result: unknown): void {
    this.reached.add(id)
    if (typeof off !== 'number') this.#needed.add(id)
    else if (this.#secretsIn(args[off]) > this.#secretsIn(result)) this.#needed.add(id)
  }

  #need(id: number): void {
    if (this.#off !== null) return
    this.reached.add(id)
    this.#needed.add(id)
  }

  #secretsIn(value: unknown): number {
    const text = typeof value === 'string' ? value : (JSON.stringify(value) ?? '')
    return text.split(this.#secret).length - 1
  }
}
