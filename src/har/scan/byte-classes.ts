/** The bytes of JSON's grammar (RFC 8259). */
export const QUOTE = 0x22
export const BACKSLASH = 0x5c
export const COMMA = 0x2c
export const COLON = 0x3a
export const OPEN_LIST = 0x5b
export const CLOSE_LIST = 0x5d
export const OPEN_OBJECT = 0x7b
export const CLOSE_OBJECT = 0x7d
export const LETTER_U = 0x75

const table = (bytes: Iterable<number>): Uint8Array => {
  const marks = new Uint8Array(256)
  for (const byte of bytes) marks[byte] = 1
  return marks
}
const codes = (characters: string): number[] => [...characters].map((one) => one.charCodeAt(0))

/** 1 for the bytes at which a run of plain characters in a string ends: quote, backslash, control characters. */
export const ENDS_RUN = table([QUOTE, BACKSLASH, ...Array.from({ length: 32 }, (_, code) => code)])
export const IS_SPACE = table(codes(' \t\n\r'))
export const IS_DIGIT = table(codes('0123456789'))
export const IS_HEX_DIGIT = table(codes('0123456789abcdefABCDEF'))
/** 1 for the bytes that may follow a backslash, except `u`. */
export const IS_ESCAPE = table(codes('"\\/bfnrt'))

/** The words of JSON, by their first byte. */
export const WORDS: ReadonlyMap<number, Uint8Array> = new Map(
  ['true', 'false', 'null'].map((word) => [word.charCodeAt(0), Uint8Array.from(codes(word))]),
)
