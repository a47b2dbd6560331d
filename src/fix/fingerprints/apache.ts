import { defineFingerprint } from './fingerprint.ts'
import { body, header } from './sign.ts'

/**
 * Apache names itself in `Server`; its error pages are HTML 2.0 or 4.01 in ISO 8859-1.
 */
export default defineFingerprint({
  id: 'apache',
  title: 'Apache',
  layer: 'proxy',
  signs: [
    header('high', 'Server', /^Apache(\/|$)/),
    body('medium', /^<!DOCTYPE HTML PUBLIC "-\/\/(IETF\/\/DTD HTML 2\.0|W3C\/\/DTD HTML 4\.01)\/\/EN"/),
  ],
})
