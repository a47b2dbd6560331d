/** A number that is a whole segment of a path or a whole value of a parameter. A single digit may stand for yes or no. */
const NUMBER = /(?<=[/=])\d{2,}(?=[/?&#]|$)/g

/**
 * Returns a URL with each number replaced by zeros, as many as it has digits. What is secret in a URL never depends on which
 * digits such a number has, so that of thousands of `/items/4711?page=12` one needs to be examined.
 */
export const urlShape = (url: string): string => url.replace(NUMBER, zeros)

function zeros(digits: string): string {
  return digits.length < ZEROS.length ? (ZEROS[digits.length] as string) : '0'.repeat(digits.length)
}

const ZEROS = Array.from({ length: 20 }, (_, length) => '0'.repeat(length))
