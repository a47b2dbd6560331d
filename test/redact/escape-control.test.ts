import fc from 'fast-check'
import { expect, it } from 'vitest'
import { escapeControl } from '../../src/redact/escape-control.ts'

it.each([
  ['\u001b[31mred', '\\x1b[31mred'],
  ['a\nb\tc\u0000', 'a\\x0ab\\x09c\\x00'],
  ['\u007f\u009b', '\\x7f\\x9b'],
  ['\u202egpj.exe', '\\u202egpj.exe'],
  ['\u2066a\u2069\u200f\u061c', '\\u2066a\\u2069\\u200f\\u061c'],
  ['pay\u200bpal\ufeff\u00ad', 'pay\\u200bpal\\ufeff\\xad'],
  ['a\u2028b\u2029', 'a\\u2028b\\u2029'],
  ['\ud800x\udc00', '\\ud800x\\udc00'],
  ['\u{e0041}', '\\u{e0041}'],
])('shows %j', (value, shown) => expect(escapeControl(value)).toBe(shown))

it.each(['https://bücher.example/日本語?q=ñ', 'قهوة', 'क्षि', '😀 👍🏽 ❤️ 🇩🇪', 'a\\x1b', '•••'])(
  'leaves %s alone',
  (value) => expect(escapeControl(value)).toBe(value),
)

it('leaves nothing that a terminal acts on, and changes nothing the second time', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (value) => {
      const shown = escapeControl(value)
      expect(shown).not.toMatch(/[\p{Cc}\p{Cs}\p{Bidi_C}\u2028\u2029\u200b]/u)
      expect(escapeControl(shown)).toBe(shown)
    }),
  )
})
