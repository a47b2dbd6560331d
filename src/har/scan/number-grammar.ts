import { IS_DIGIT } from './byte-classes.ts'

/** The state of reading a JSON number (RFC 8259, 6). */
export type NumberState =
  | 'minus'
  | 'zero'
  | 'integer'
  | 'point'
  | 'fraction'
  | 'exponent'
  | 'exponent sign'
  | 'exponent digits'

const POINT = 0x2e
const isExponent = (byte: number): boolean => byte === 0x65 || byte === 0x45

/** Returns the state after a number's first byte, or null if no number begins with it. */
export function numberBegins(byte: number): NumberState | null {
  if (byte === 0x2d) return 'minus'
  if (byte === 0x30) return 'zero'
  return IS_DIGIT[byte] === 1 ? 'integer' : null
}

/** Returns the state after one more byte; `end` if the number ends before it, `wrong` if a digit was expected. */
export function numberGoesOn(state: NumberState, byte: number): NumberState | 'end' | 'wrong' {
  const isDigit = IS_DIGIT[byte] === 1
  switch (state) {
    case 'minus':
      return byte === 0x30 ? 'zero' : isDigit ? 'integer' : 'wrong'
    case 'zero':
      return byte === POINT ? 'point' : isExponent(byte) ? 'exponent' : 'end'
    case 'integer':
      return isDigit ? 'integer' : byte === POINT ? 'point' : isExponent(byte) ? 'exponent' : 'end'
    case 'point':
      return isDigit ? 'fraction' : 'wrong'
    case 'fraction':
      return isDigit ? 'fraction' : isExponent(byte) ? 'exponent' : 'end'
    case 'exponent':
      return isDigit ? 'exponent digits' : byte === 0x2b || byte === 0x2d ? 'exponent sign' : 'wrong'
    case 'exponent sign':
      return isDigit ? 'exponent digits' : 'wrong'
    case 'exponent digits':
      return isDigit ? 'exponent digits' : 'end'
  }
}

/** Reports whether a number may end in this state. */
export const mayEnd = (state: NumberState): boolean =>
  state === 'zero' || state === 'integer' || state === 'fraction' || state === 'exponent digits'
