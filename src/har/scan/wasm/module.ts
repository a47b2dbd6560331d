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

/** Returns a module with one function, and a memory of so many pages of 64 KiB that is called `memory`. */
export function moduleOf({ name, parameters, locals, body }: WasmFunction, pages: number): Uint8Array {
  const takes = list(Array.from({ length: parameters }, () => [I32]))
  const declared = list(locals.map(([count, type]) => [...unsigned(count), type]))
  return Uint8Array.from([
    ...[0x00, 0x61, 0x73, 0x6d, 1, 0, 0, 0],
    ...section(1, list([[0x60, ...takes, ...list([[I32]])]])),
    ...section(3, list([[0]])),
    ...section(5, list([[0x01, ...unsigned(pages), ...unsigned(pages)]])),
    ...section(
      7,
      list([
        [...named('memory'), 0x02, 0],
        [...named(name), 0x00, 0],
      ]),
    ),
    ...section(10, list([sized([...declared, ...body.flat(), 0x0b])])),
  ])
}
