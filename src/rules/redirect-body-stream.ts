import { code, text } from '../text/text.ts'
import { defineRule, responseHeaderReference } from './rule.ts'

/**
 * The redirect requires sending the body again, and a stream can be sent only once.
 *
 * Example: `fetch(url, { body: stream, duplex: 'half' })`, and the server redirects with 307.
 * Instead: call the final URL, or redirect with 303.
 */
export default defineRule({
  id: 'redirect-body-stream',
  means: 'The redirect requires sending the body again, and a stream can be sent only once.',
  match: ({ response }) => ({ status: response?.status ?? 0 }),
  brief: () => text`a stream can't be sent again`,
  summary: ({ status }) =>
    text`The redirect (${status}) requires sending the body again; a ${code('ReadableStream')} can be sent only once.`,
  detail: () => text`Call the final URL, or redirect with 303.`,
  evidence: () => ['status', responseHeaderReference('Location')],
  fix: () => [{ type: 'client', what: 'request body' }],
})
