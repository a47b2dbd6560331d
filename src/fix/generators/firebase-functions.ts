import { code, text } from '../../text/text.ts'
import { withCommas } from './env-note.ts'
import { expressLines } from './express-lines.ts'
import { IN_JAVASCRIPT } from './find-command.ts'
import { defineGenerator } from './generator.ts'
import { allowedOrigins, indented } from './header-lines.ts'
import { runOn } from './proof.ts'
import { javascript } from './quote/javascript.ts'

/**
 * HTTP functions of Google Cloud and Firebase, in Node.js. Not Firebase's own `cors` option: it only has origins, so any
 * header is allowed, credentials never are, and nothing is exposed.
 */
export default defineGenerator({
  id: 'firebase-functions',
  title: 'Firebase and Google Cloud Functions',
  language: 'javascript',
  docs: 'https://firebase.google.com/docs/functions/http-events',
  syntax: javascript,
  kind: 'cloud',
  find: IN_JAVASCRIPT,
  proof: runOn('Functions Framework 5.0.5'),
  matchesPatterns: true,
  valueInEnv: withCommas,
  write: (policy, surroundings) => ({
    code: [
      ...allowedOrigins(policy, surroundings),
      '// Around each function, so that preflights get a response before authentication:',
      '//   Firebase:      export const api = onRequest({ cors: false }, withCors(handler))',
      "//   Google Cloud:  http('api', withCors(handler))",
      'const withCors = (handler) => (req, res) => {',
      ...indented([...expressLines(policy), 'return handler(req, res)']),
      '}',
      '',
    ].join('\n'),
    where: text`In the file of the functions, or one that exports ${code('withCors')}. For an Express app use ${code('--for express')}.`,
    removeFirst: [
      text`The option ${code('cors')} of ${code('onRequest')} (${code('cors: false')} stays: without it the emulator allows every origin) and ${code('cors')} calls.`,
      text`Lines that set ${code('Access-Control-*')}, in ${code('firebase.json')} too.`,
    ],
    notes: [
      text`With ${code("invoker: 'private'")} the platform refuses preflights: check the caller in the function.`,
      text`Timeouts and crashes at the start have no headers.`,
      text`${code('onCall')} has its own ${code('cors')} option.`,
    ],
  }),
})
