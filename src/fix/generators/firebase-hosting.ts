import { code, text } from '../../text/text.ts'
import { compilePolicy } from '../policy/compile-policy.ts'
import type { CorsPolicy } from '../policy/policy.ts'
import { grepFor } from './find-command.ts'
import { defineGenerator } from './generator.ts'
import { parsedBy } from './proof.ts'
import { json } from './quote/json.ts'

/** Static files on Firebase Hosting, which only supports headers with fixed values and doesn't handle preflights. */
export default defineGenerator({
  id: 'firebase-hosting',
  title: 'Firebase Hosting, static files',
  language: 'json',
  docs: 'https://firebase.google.com/docs/hosting/full-config#headers',
  syntax: json,
  kind: 'cloud',
  find: grepFor('access-control-', 'firebase.json'),
  proof: parsedBy('JSON.parse and ajv 8.20.0 with the schema of firebase.json'),
  write(policy) {
    const { origins, methods, headers } = policy
    const instead = text`Rewrite the path to a function and set the headers there (${code('--for firebase-functions')}).`
    if (origins !== '*' && origins.length > 1)
      return {
        type: 'unsupported',
        why: text`Firebase Hosting sends fixed values, so one origin only. ${instead}`,
      }
    const beyond = [...methods.filter((method) => !['GET', 'HEAD'].includes(method)), ...headers][0]
    if (beyond !== undefined)
      return {
        type: 'unsupported',
        why: text`Firebase Hosting serves files: its documents promise no answer to a preflight, and ${code(beyond)} needs one. ${instead}`,
      }
    const named = origins !== '*'
    return {
      code: `${JSON.stringify({ hosting: { headers: [{ source: '/data/**', headers: headersOf(policy) }] } }, null, 2)}\n`,
      where: text`${code('firebase.json')}: the entry into ${code('headers')} of ${code('hosting')}, with your path for ${code('/data/**')}; then ${code('firebase deploy --only hosting')}.`,
      removeFirst: [
        text`Entries for the same files that set ${code('Access-Control-*')}: the last that matches counts.`,
      ],
      notes: [
        text`Don't match functions and Cloud Run behind a rewrite; they set their own.`,
        text`${code('source')} is the path before rewrites.`,
      ],
      ...(named
        ? {
            toForeign: text`Another origin: the same ${code('Access-Control-Allow-Origin')}, which does not name it.`,
          }
        : {}),
    }
  },
})

function headersOf(policy: CorsPolicy) {
  const { onEveryResponse, onActual } = compilePolicy(policy)
  const only = policy.origins === '*' ? '*' : policy.origins[0]
  return [...onEveryResponse, ...onActual].map(({ name, value }) => ({ key: name, value: value ?? only }))
}
