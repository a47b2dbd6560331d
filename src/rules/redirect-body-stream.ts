import { code, text } from '../text/text.ts'
import { defineRule, responseHeaderReference } from './rule.ts'

/**
 * The redirect asks for the body again, and a stream can be sent only once.
 *
 * Example: `fetch(url, { body: stream, duplex: 'half' })` answered with 307.
 * Instead: ask the final URL, or answer with 303.
 */
export default defineRule({
  id: 'redirect-body-stream',
  means: 'The redirect asks for the body again, and a stream can be sent only once.',
  match: ({ response }) => ({ status: response?.status ?? 0 }),
  summary: ({ status }) =>
    text`The redirect (${status}) asks for the body again; a ${code('ReadableStream')} can be sent only once.`,
  detail: () => text`Ask the final URL, or let the server answer with 303.`,
  evidence: () => ['status', responseHeaderReference('Location')],
  fix: () => [{ type: 'client', what: 'request body' }],
})
