import { isNamed } from './is-named.ts'
import { parseHeaders } from './parse-headers.ts'
import { own } from './untrusted.ts'

/**
 * Returns the method of a HAR request. WebPagetest writes null for requests whose headers it didn't see; the method then
 * follows from the rest of the entry: a preflight's own header, a body, else GET. null if the value has another type.
 */
export function recordedMethod(request: object): string | null {
  const method = own(request, 'method')
  if (typeof method === 'string' && method !== '') return method
  if (method !== null && method !== '') return null
  const headers = parseHeaders(own(request, 'headers'))
  if (headers.some(({ name }) => isNamed(name, 'access-control-request-method'))) return 'OPTIONS'
  const pseudo = headers.find(({ name }) => name === ':method')?.value
  if (pseudo !== undefined && pseudo !== '') return pseudo
  const body = own(own(request, 'postData'), 'text')
  return typeof body === 'string' && body !== '' ? 'POST' : 'GET'
}
