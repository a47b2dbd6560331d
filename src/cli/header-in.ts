import { type HeaderList, isToken } from '../internal.ts'

/** Returns the header of `--header 'Name: value'`, or null if it isn't one. */
export function headerIn(text: string): HeaderList[number] | null {
  const colon = text.indexOf(':')
  const [name, value] = [text.slice(0, Math.max(0, colon)).trim(), text.slice(colon + 1).trim()]
  return isToken(name) && !/[\0\r\n]|[^\0-\xff]/.test(value) ? { name, value } : null
}
