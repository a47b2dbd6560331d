import { text } from '../../text/text.ts'
import { defineCautionLint } from '../caution-lint.ts'

/**
 * The audited URL belongs to a public CORS proxy, which sees everything that it passes on.
 *
 * Example: `https://corsproxy.io/?url=https://api.example.com`.
 */
export default defineCautionLint({
  id: 'public-cors-proxy',
  means: 'The API is called through a public CORS proxy, which sees everything.',
  cwe: 'CWE-441',
  correction: null,
  severity: 'medium',
  fix: () => text`Call the API directly, or through a proxy on your own server.`,
})
