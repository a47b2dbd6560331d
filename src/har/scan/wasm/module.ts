import { type Code, unsigned } from './code.ts'

/** The types of values, as WebAssembly's modules name them. */
export const I32 = 0x7f
export const I64 = 0x7e
export const V128 = 0x7b

/** A function of a module, which takes and returns whole numbers of 32 bits. */
export interface WasmFunction {
  readonly name: string
  readonly parameters: number
  /** The types of the locals after the parameters, each with how many there are. */
  readonly locals: readonly (readonly [count: number, type: number])[]
  readonly body: readonly Code[]
}

const section = (id: number, content: Code): Code => [id, ...unsigned(content.length), ...content]
const list = (items: readonly Code[]): Code => [...unsigned(items.length), ...items.flat()]
const sized = (content: Code): Code => [...unsigned(content.length), ...content]
const named = (name: string): Code => sized([...name].map((one) => one.charCodeAt(0)))

/** Returns a module with functions, and a memory of so many pages of 64 KiB that is called `memory`. */
export function moduleOf(functions: readonly WasmFunction[], pages: number): Uint8Array {
  const types = functions.map(({ parameters }) => [
    0x60,
    ...list(Array.from({ length: parameters }, () => [I32])),
    ...list([[I32]]),
  ])
  const bodies = functions.map(({ locals, body }) =>
    sized([...list(locals.map(([count, type]) => [...unsigned(count), type])), ...body.flat(), 0x0b]),
  )
  return Uint8Array.from([
    ...[0x00, 0x61, 0x73, 0x6d, 1, 0, 0, 0],
    ...section(1, list(types)),
    ...section(3, list(functions.map((_, i) => unsigned(i)))),
    ...section(5, list([[0x01, ...unsigned(pages), ...unsigned(pages)]])),
    ...section(
      7,
      list([
        [...named('memory'), 0x02, 0],
        ...functions.map(({ name }, i) => [...named(name), 0x00, ...unsigned(i)]),
      ]),
    ),
    ...section(10, list(bodies)),
  ])
}
