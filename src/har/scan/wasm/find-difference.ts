import * as $ from './code.ts'
import { I32, type WasmFunction } from './module.ts'

// The locals, parameters first.
const [FROM, OTHER, TO, START, BITS] = [0, 1, 2, 3, 4]

/**
 * Compares bytes with others, sixteen at a time: `findDifference(from, other, to)` returns how many are the same from two
 * addresses on, at least as many as there are before `to` if none of these differs.
 */
export const findDifference = (): WasmFunction => ({
  name: 'findDifference',
  parameters: 3,
  locals: [[2, I32]],
  body: [
    $.set(START, $.get(FROM)),
    $.whileTrue($.isLess32($.get(FROM), $.get(TO)), [
      $.set(BITS, $.highestBits128($.isUnequal128($.load128($.get(FROM)), $.load128($.get(OTHER))))),
      $.when($.isLess32($.i32(0), $.get(BITS)), [
        $.set(FROM, $.add32($.get(FROM), $.to32($.trailingZeros64($.to64($.get(BITS)))))),
        $.set(TO, $.i32(0)),
      ]),
      $.when($.isLess32($.get(BITS), $.i32(1)), [
        $.set(FROM, $.add32($.get(FROM), $.i32(16))),
        $.set(OTHER, $.add32($.get(OTHER), $.i32(16))),
      ]),
    ]),
    $.subtract32($.get(FROM), $.get(START)),
  ],
})
