import { code, text } from '../../text/text.ts'
import type { Unsupported } from './unsupported.ts'

/**
 * Returns why a middleware that answers with method names in upper case cannot keep a policy, or null where it can.
 * Browsers compare them case-sensitively, and make upper case only of six: `patch` is none of them.
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
