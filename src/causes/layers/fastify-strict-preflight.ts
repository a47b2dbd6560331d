import { presentHeaders, requestHeader, status } from '../../evidence/place.ts'
import { blockedBy, headerOf } from '../../reading/blocked-by.ts'
import { text } from '../../text/text.ts'
import { defineRootCause } from '../root-cause.ts'

/**
 * Fastify didn't recognize the preflight, because a proxy had removed its headers.
 *
 * Example: 400 "Invalid Preflight Request", 25 bytes of plain text.
 */
export default defineRootCause({
  id: 'fastify-strict-preflight',
  family: 'layers',
  recognize: (verdict) => {
    const blocked = blockedBy(verdict)
    if (blocked === null || blocked.phase !== 'preflight' || blocked.status !== 400) return null
    const { entry } = blocked
    const isText = /^text\/plain/i.test(headerOf(entry, 'Content-Type') ?? '')
    return isText && headerOf(entry, 'Content-Length') === '25' ? { entry } : null
  },
  confidence: 'medium',
  summary: () => text`Fastify seems to have refused the preflight as invalid (400, 25 bytes of text).`,
  detail: () =>
    text`Its CORS plugin requires both Origin and Access-Control-Request-Method. The browser sent them, so something in between removed one: check the header rules of the proxy or CDN. The option strictPreflight: false turns the check off.`,
  evidence: ({ entry }) => [
    status(entry),
    ...presentHeaders(entry, 'Content-Length', 'Content-Type'),
    ...requestHeader(entry, 'Access-Control-Request-Method'),
  ],
})
