import { BACKSLASH, CLOSE_OBJECT, COLON, COMMA, LETTER_U, OPEN_OBJECT, QUOTE } from '../byte-classes.ts'
import * as $ from './code.ts'
import { I32, I64, V128, type WasmFunction } from './module.ts'

// The locals, parameters first.
const [FROM, TO, OUT, DOUBT, PLACE, DIGIT] = [0, 1, 2, 3, 4, 5]
const [BACKSLASHES, QUOTES, CONTROLS, MARKS, ESCAPED, INSIDE, BITS, SUM] = [6, 7, 8, 9, 10, 11, 12, 13]
const [WAS_BACKSLASH, WAS_INSIDE] = [14, 15]
const VECTORS = [16, 17, 18, 19] as const
/** What the digits of hexadecimal numbers have in common when their letters are small. */
const SMALL = 0x20

/** One bit for each of the 64 bytes: whether a comparison of it is true. */
const bitsOf = (compare: (bytes: $.Code) => $.Code): $.Code =>
  VECTORS.map((vector, i) =>
    $.shiftLeft64($.to64($.highestBits128(compare($.get(vector)))), $.i64(BigInt(16 * i))),
  ).reduce((all, bits) => $.or64(all, bits))

const isOneOf =
  (bytes: readonly number[]) =>
  (vector: $.Code): $.Code =>
    bytes.map((byte) => $.isEqual128(vector, $.allEqual128(byte))).reduce((a, b) => $.or128(a, b))

/** Brackets and braces differ in one bit, which commas and colons have. */
const isMark = (vector: $.Code): $.Code =>
  isOneOf([OPEN_OBJECT, CLOSE_OBJECT, COLON, COMMA])($.or128(vector, $.allEqual128(SMALL)))

/** Both halves of a byte of `"\/bfnrtu` have a bit in common in these tables, those of no other byte have. */
const BY_LOW_HALF = [0, 0, 13, 0, 8, 8, 4, 0, 0, 0, 0, 0, 2, 0, 4, 1]
const BY_HIGH_HALF = [0, 0, 1, 0, 0, 2, 4, 8, 0, 0, 0, 0, 0, 0, 0, 0]
const mayBeEscaped = (vector: $.Code): $.Code =>
  $.isUnequal128(
    $.and128(
      $.lookup128($.bytes128(BY_LOW_HALF), $.and128(vector, $.allEqual128(0x0f))),
      $.lookup128($.bytes128(BY_HIGH_HALF), $.shiftRight128(vector, $.i32(4))),
    ),
    $.allEqual128(0),
  )

/** Has the doubtful place be the first of the bits', if it's before the one that is known. */
const doubt = (bits: $.Code): $.Code =>
  $.when($.isLess64($.i64(0n), bits), [
    $.set(PLACE, $.add32($.get(FROM), $.to32($.trailingZeros64(bits)))),
    $.when($.isLess32($.get(PLACE), $.get(DOUBT)), [$.set(DOUBT, $.get(PLACE))]),
  ])

/** Runs the body with PLACE at the byte of each bit, first to last. */
const forEachBit = (bits: number, body: readonly $.Code[]): $.Code =>
  $.whileTrue($.isLess64($.i64(0n), $.get(bits)), [
    $.set(PLACE, $.add32($.get(FROM), $.to32($.trailingZeros64($.get(bits))))),
    ...body,
    $.set(bits, $.and64($.get(bits), $.subtract64($.get(bits), $.i64(1n)))),
  ])

const isBetween = (value: $.Code, first: number, last: number): $.Code =>
  $.isLess32($.subtract32(value, $.i32(first)), $.i32(last - first + 1))

/** The doubtful place is the escape at PLACE unless four hexadecimal digits follow. */
const checkDigits = (): readonly $.Code[] =>
  [1, 2, 3, 4].flatMap((at) => [
    $.set(DIGIT, $.loadByte($.add32($.get(PLACE), $.i32(at)))),
    $.when(
      $.isLess32(
        $.or32(
          isBetween($.get(DIGIT), 0x30, 0x39),
          isBetween($.or32($.get(DIGIT), $.i32(SMALL)), 0x61, 0x66),
        ),
        $.i32(1),
      ),
      [$.when($.isLess32($.get(PLACE), $.get(DOUBT)), [$.set(DOUBT, $.get(PLACE))])],
    ),
  ])

/** Bytes after an odd number of backslashes, by carries of an addition (Langdale and Lemire, https://arxiv.org/abs/1902.08318). */
const EVEN = 0x5555555555555555n
const findEscaped = (): readonly $.Code[] => [
  $.set(BACKSLASHES, $.and64($.get(BACKSLASHES), $.not64($.get(WAS_BACKSLASH)))),
  // What follows a backslash.
  $.set(ESCAPED, $.or64($.shiftLeft64($.get(BACKSLASHES), $.i64(1n)), $.get(WAS_BACKSLASH))),
  // Where runs of them begin at an odd place.
  $.set(BITS, $.and64($.get(BACKSLASHES), $.not64($.or64($.get(ESCAPED), $.i64(EVEN))))),
  $.set(SUM, $.add64($.get(BITS), $.get(BACKSLASHES))),
  $.set(WAS_BACKSLASH, $.to64($.isLess64($.get(SUM), $.get(BACKSLASHES)))),
  $.set(ESCAPED, $.and64($.xor64($.i64(EVEN), $.shiftLeft64($.get(SUM), $.i64(1n))), $.get(ESCAPED))),
]

/** Inside of strings: an odd number of quotes came before. The opening quote counts, the closing one doesn't. */
const findInside = (): readonly $.Code[] => [
  $.set(INSIDE, $.get(QUOTES)),
  ...[1n, 2n, 4n, 8n, 16n, 32n].map((by) =>
    $.set(INSIDE, $.xor64($.get(INSIDE), $.shiftLeft64($.get(INSIDE), $.i64(by)))),
  ),
  $.set(INSIDE, $.xor64($.get(INSIDE), $.get(WAS_INSIDE))),
  $.set(WAS_INSIDE, $.shiftRightSigned64($.get(INSIDE), $.i64(63n))),
]

/**
 * Finds the structure of JSON text, 64 bytes at a time: `findStructure(from, to, out)` writes the addresses of quotes that
 * begin and end strings, and of the marks between them, to `out`, four bytes each, and returns where it ended. Before
 * `out` it writes the first address at which the text may be wrong inside of a string: a control character, an
 * unknown escape. Outside of strings it checks nothing. After `to`, 64 spaces have to follow.
 */
export const findStructure = (): WasmFunction => ({
  name: 'findStructure',
  parameters: 3,
  locals: [
    [3, I32],
    [10, I64],
    [4, V128],
  ],
  body: [
    $.set(DOUBT, $.i32(-1)),
    $.whileTrue($.isLess32($.get(FROM), $.get(TO)), [
      ...VECTORS.map((vector, i) => $.set(vector, $.load128($.get(FROM), 16 * i))),
      $.set(BACKSLASHES, bitsOf(isOneOf([BACKSLASH]))),
      $.set(QUOTES, bitsOf(isOneOf([QUOTE]))),
      $.set(
        CONTROLS,
        bitsOf((vector) => $.isLess128(vector, $.allEqual128(0x20))),
      ),
      $.set(MARKS, bitsOf(isMark)),
      $.set(ESCAPED, $.get(WAS_BACKSLASH)),
      $.when($.isLess64($.i64(0n), $.or64($.get(BACKSLASHES), $.get(WAS_BACKSLASH))), [...findEscaped()]),
      $.set(QUOTES, $.and64($.get(QUOTES), $.not64($.get(ESCAPED)))),
      ...findInside(),
      doubt($.and64($.get(CONTROLS), $.get(INSIDE))),
      $.when($.isLess64($.i64(0n), $.get(ESCAPED)), [
        doubt($.and64($.get(ESCAPED), $.not64(bitsOf(mayBeEscaped)))),
        $.set(BITS, $.and64($.get(ESCAPED), bitsOf(isOneOf([LETTER_U])))),
        forEachBit(BITS, checkDigits()),
      ]),
      doubt($.and64($.get(BACKSLASHES), $.not64($.get(INSIDE)))),
      $.set(BITS, $.or64($.get(QUOTES), $.and64($.get(MARKS), $.not64($.get(INSIDE))))),
      forEachBit(BITS, [$.store32($.get(OUT), $.get(PLACE)), $.set(OUT, $.add32($.get(OUT), $.i32(4)))]),
      $.set(FROM, $.add32($.get(FROM), $.i32(64))),
    ]),
    // There is room for it in the last place.
    $.store32($.get(OUT), $.get(DOUBT)),
    $.get(OUT),
  ],
})
