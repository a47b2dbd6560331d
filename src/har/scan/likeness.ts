import { Pattern } from './pattern.ts'
import { mayRecur, recurs } from './repeated-list.ts'

type Container = Record<string, unknown>

/** A value that is like another one but for some parts. It's only valid until the next one is read. */
export class Likeness {
  /** How many parts differ, of those that are kept. */
  count = 0
  #pattern = new Pattern()
  readonly #parts: number[] = []
  readonly #values: unknown[] = []
  readonly #areKnown: boolean[] = []
  /** The value's own containers, by the pattern's numbers. */
  readonly #own: (Container | null)[] = []
  #hasLists = false

  /** A value that may be like a pattern is read. */
  begin(pattern: Pattern): void {
    this.#pattern = pattern
    this.count = 0
    this.#hasLists = false
  }

  /** Adds a part that differs; `isKnown`: it's a header that was met before. */
  add(part: number, value: unknown, isKnown: boolean): void {
    this.#parts[this.count] = part
    this.#areKnown[this.count] = isKnown
    this.#values[this.count++] = value
  }

  /** The value that it's like. */
  get model(): unknown {
    return this.#pattern.value
  }

  /** Returns where a part is: "request.url", "request.headers" for a header. */
  path(i: number): string {
    return this.#pattern.path(this.#parts[i] as number)
  }

  /** Returns a part, or the header that differs. */
  part(i: number): unknown {
    return this.#values[i]
  }

  /** Returns the header that the other value has instead of a part. */
  headerBefore(i: number): unknown {
    const part = this.#parts[i] as number
    const list = this.#pattern.containers[this.#pattern.owners[part] as number] as readonly unknown[]
    return list[this.#pattern.keys[part] as number]
  }

  /** Returns the list of headers of which a part is one. */
  list(i: number): unknown {
    this.#makeLists()
    return this.#own[this.#pattern.owners[this.#parts[i] as number] as number]
  }

  /** Returns the value; null if it needs what was left out of the other one. */
  whole(): object | null {
    const pattern = this.#pattern
    this.#makeLists()
    for (let i = 0; i < this.count; i++) {
      const part = this.#parts[i] as number
      const owner = pattern.owners[part] as number
      if (pattern.keeps[part] === null) this.#attach(owner)
      else this.#copied(owner)[pattern.keys[part] as string] = this.#values[i]
    }
    const whole = this.#copied(0)
    const { leftOut, without, outside } = pattern
    return leftOut?.(this.#ownOr(without), this.#ownOr(outside)) === false ? null : whole
  }

  #ownOr(number: number): object {
    return this.#own[number] ?? this.#pattern.containers[number] ?? {}
  }

  /** Returns the value's own container with a number. */
  #copied(number: number): Container {
    const known = this.#own[number] ?? null
    if (known !== null) return known
    const container = this.#pattern.containers[number] as Container
    const copy = (Array.isArray(container) ? container.slice() : { ...container }) as Container
    this.#own[number] = copy
    this.#attach(number)
    return copy
  }

  /** Has the container around have the value's own one. */
  #attach(number: number): void {
    const outer = this.#pattern.outers[number] as number
    if (outer >= 0) this.#copied(outer)[this.#pattern.names[number] as string] = this.#own[number]
  }

  #makeLists(): void {
    if (this.#hasLists) return
    this.#hasLists = true
    for (let i = 0; i < this.#pattern.containers.length; i++) this.#own[i] = null
    for (let i = 0; i < this.count; i++)
      if (this.#pattern.keeps[this.#parts[i] as number] === null) this.#setHeader(i)
  }

  /** Has a list of headers be another one, mostly one that was made before. */
  #setHeader(i: number): void {
    const pattern = this.#pattern
    const part = this.#parts[i] as number
    const owner = pattern.owners[part] as number
    const before = (this.#own[owner] ?? null) as unknown as unknown[] | null
    const header = this.#values[i]
    const known = before === null ? pattern.lists[part]?.get(header) : undefined
    if (known !== undefined) {
      this.#own[owner] = known as unknown as Container
      return
    }
    const others = before ?? (pattern.containers[owner] as unknown[])
    const list = before === null || mayRecur(before) ? others.slice() : others
    list[pattern.keys[part] as number] = header
    this.#own[owner] = list as unknown as Container
    if (before !== null || this.#areKnown[i] !== true) return
    recurs(list)
    pattern.addList(part, header, list)
  }
}
