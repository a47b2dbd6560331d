import { get, valuesOf } from '../fetch/header-list.ts'
import { type Answer, headersOf } from './answer.ts'

/** A place in one of the requests or responses of an audit, with its value. */
export interface Evidenced {
  /** The request's index. */
  readonly request: number
  /** Such as "response.headers.Access-Control-Allow-Origin". */
  readonly field: string
  /** Null: there is no such header. */
  readonly value: string | null
}

/** Returns the sent origin and the result: the status, and each line of the named response headers. */
export function evidenceOf(answer: Answer, ...names: readonly string[]): readonly Evidenced[] {
  const { index, probe, response } = answer
  if (response === null) return []
  const at = (field: string, value: string | null): Evidenced => ({ request: index, field, value })
  const asked = ['Access-Control-Request-Method', 'Access-Control-Request-Headers'].flatMap((name) => {
    const value = get(probe.headers, name)
    return value === null ? [] : [at(`request.headers.${name}`, value)]
  })
  return [
    at('request.headers.Origin', probe.origin),
    ...asked,
    at('response.status', String(response.status)),
    ...names.flatMap((name) => {
      const values = valuesOf(headersOf(answer), name)
      return (values.length === 0 ? [null] : values).map((value) => at(`response.headers.${name}`, value))
    }),
  ]
}

/** Returns {@link evidenceOf} with the two headers that decide who may read a response. */
export const grantIn = (answer: Answer): readonly Evidenced[] =>
  evidenceOf(answer, 'Access-Control-Allow-Origin', 'Access-Control-Allow-Credentials')
