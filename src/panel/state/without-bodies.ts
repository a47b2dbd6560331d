import { field } from '../parts/untrusted.ts'

/** Returns an entry without its bodies, which aren't needed and make recordings large. */
export function withoutBodies(entry: unknown): unknown {
  const response = field(entry, 'response')
  const content = field(response, 'content')
  if (typeof entry !== 'object' || typeof response !== 'object' || typeof content !== 'object') return entry
  const { text: _, ...rest } = { text: '', ...content }
  return { ...entry, response: { ...response, content: rest } }
}
