import { code, text } from '../../text/text.ts'
import type { Unsupported } from './unsupported.ts'

/**
 * Returns why a middleware that sends method names in uppercase can't implement a policy, or null. Browsers compare
 * methods case-sensitively and only convert six of them to uppercase; `patch` isn't one.
 * https://fetch.spec.whatwg.org/#concept-method-normalize
 */
export function lowerCaseMethod(methods: readonly string[], middleware: string): Unsupported | null {
  const method = methods.find((name) => name !== name.toUpperCase())
  if (method === undefined) return null
  const upper = method.toUpperCase()
  return {
    type: 'unsupported',
    why: text`Method names are case-sensitive, and ${middleware} answers with ${code(upper)} where the page asks for ${code(method)}. Have the page use ${code(upper)}.`,
  }
}
