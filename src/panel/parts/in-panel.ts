import { type Inline, type PolicyKey, proxies, type Text, writerNamed } from '../../internal.ts'
import { policyNames, strings } from './strings.ts'

/** Returns a text with command-line options replaced by the panel's names of servers, proxies and fields. */
export const inPanel = (text: Text): Text =>
  text.map((piece) => (typeof piece === 'object' && 'code' in piece ? asClicked(piece) : piece))

function asClicked(piece: { readonly code: string }): Inline {
  const { code } = piece
  const server = /^(?:whycors fix (?:FILE )?)?--for ([\w-]+)$/.exec(code)?.[1]
  if (server !== undefined) return writerNamed(server)?.title ?? server
  const proxy = /^(?:whycors fix FILE )?--proxy(?: ([\w-]+))?$/.exec(code)
  if (proxy !== null) return proxies.find(({ id }) => id === proxy[1])?.title ?? strings.notYours
  const words = /^--policy (.*)$/s.exec(code)?.[1] ?? code
  const field = /^(origins\+?|methods|headers|exposed|credentials|max-age)=(.*)$/s.exec(words)
  if (field === null) return piece
  const [, key = '', value = ''] = field
  const name = policyNames[key.replace('+', '') as PolicyKey]
  if (key === 'credentials') return `${name}: ${value === 'true' ? strings.on : strings.off}`
  return value === '' ? `“${name}”` : { code: `${name}: ${value}` }
}
