/**
 * Returns a URL with each number replaced by zeros, as many as it has digits. What is secret in a URL never depends on which
 * digits such a number has, so that of thousands of `/items/4711?page=12` one needs to be examined. A number is a whole segment
 * of a path or a whole value of a parameter, and has more than one digit: 0 and 1 may stand for yes and no.
 */
export function urlShape(url: string): string {
  let shape = ''
  let copied = 0
  for (let at = 1; at < url.length; at++) {
    if (!isDigit(url.charCodeAt(at))) continue
    const start = at
    while (isDigit(url.charCodeAt(at))) at++
    const before = url.charCodeAt(start - 1)
    const isWhole = (before === SLASH || before === EQUALS) && (at === url.length || ends(url.charCodeAt(at)))
    if (!isWhole || at - start < 2) continue
    shape += url.slice(copied, start) + zeros(at - start)
    copied = at
  }
  return copied === 0 ? url : shape + url.slice(copied)
}

const SLASH = 0x2f
const EQUALS = 0x3d
const [QUESTION_MARK, AMPERSAND, HASH] = [0x3f, 0x26, 0x23]

const isDigit = (code: number): boolean => code >= 0x30 && code <= 0x39

const ends = (code: number): boolean =>
  code === SLASH || code === QUESTION_MARK || code === AMPERSAND || code === HASH

const ZEROS = Array.from({ length: 20 }, (_, length) => '0'.repeat(length))

const zeros = (length: number): string => ZEROS[length] ?? '0'.repeat(length)
