/** Instructions of WebAssembly, as the bytes that encode them. https://webassembly.github.io/spec/core/binary/ */
export type Code = readonly number[]

/** Returns a whole number in LEB128, as WebAssembly writes those without a sign. */
export function unsigned(value: number): Code {
  const bytes: number[] = []
  let rest = value
  while (rest >= 0x80) {
    bytes.push((rest & 0x7f) | 0x80)
    rest >>>= 7
  }
  return [...bytes, rest]
}

/** Returns a whole number in LEB128, as WebAssembly writes those that may be negative. */
function signed(value: bigint): Code {
  const bytes: number[] = []
  let rest = value
  for (;;) {
    const byte = Number(rest & 0x7fn)
    rest >>= 7n
    const isOver = (rest === 0n && (byte & 0x40) === 0) || (rest === -1n && (byte & 0x40) !== 0)
    bytes.push(isOver ? byte : byte | 0x80)
    if (isOver) return bytes
  }
}

/** Returns an operator after its operands. */
const operator =
  (...opcode: Code) =>
  (...operands: readonly Code[]): Code => [...operands.flat(), ...opcode]

/** A vector instruction; one that reads memory says in place of an alignment that it has none. */
const vector = (opcode: number) => operator(0xfd, ...unsigned(opcode))
const NO_BLOCK_TYPE = 0x40

export const get = (local: number): Code => [0x20, ...unsigned(local)]
export const set = (local: number, value: Code): Code => [...value, 0x21, ...unsigned(local)]
export const i32 = (value: number): Code => [0x41, ...signed(BigInt(value))]
export const i64 = (value: bigint): Code => [0x42, ...signed(BigInt.asIntN(64, value))]
export const add32 = operator(0x6a)
export const subtract32 = operator(0x6b)
export const or32 = operator(0x72)
export const isLess32 = operator(0x49)
export const and64 = operator(0x83)
export const or64 = operator(0x84)
export const xor64 = operator(0x85)
export const shiftLeft64 = operator(0x86)
/** Copies of the highest bit move in. */
export const shiftRightSigned64 = operator(0x87)
export const add64 = operator(0x7c)
export const subtract64 = operator(0x7d)
export const isZero64 = operator(0x50)
export const isLess64 = operator(0x54)
export const trailingZeros64 = operator(0x7a)
export const to32 = operator(0xa7)
export const to64 = operator(0xad)
export const not64 = (value: Code): Code => xor64(value, i64(-1n))
export const loadByte = (address: Code): Code => [...address, 0x2d, 0, 0]
export const store32 = (address: Code, value: Code): Code => [...address, ...value, 0x36, 2, 0]
/** Sixteen bytes from anywhere. */
export const load128 = (address: Code, offset = 0): Code => [...address, 0xfd, 0x00, 0, ...unsigned(offset)]
export const bytes128 = (bytes: readonly number[]): Code => [0xfd, 0x0c, ...bytes]
export const allEqual128 = (byte: number): Code => bytes128(Array.from({ length: 16 }, () => byte))
/** Looks each byte of the second operand up in the table of the first. */
export const lookup128 = vector(0x0e)
export const isEqual128 = vector(0x23)
export const isUnequal128 = vector(0x24)
export const isLess128 = vector(0x26)
export const and128 = vector(0x4e)
export const or128 = vector(0x50)
export const shiftRight128 = vector(0x6d)
/** The highest bits of the sixteen bytes. */
export const highestBits128 = vector(0x64)
export const when = (condition: Code, then: readonly Code[]): Code => [
  ...condition,
  0x04,
  NO_BLOCK_TYPE,
  ...then.flat(),
  0x0b,
]
export const whileTrue = (condition: Code, body: readonly Code[]): Code => [
  0x03,
  NO_BLOCK_TYPE,
  ...when(condition, [...body, [0x0c, 1]]),
  0x0b,
]
