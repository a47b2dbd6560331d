import { code, text } from '../../text/text.ts'
import { expressLines } from './express-lines.ts'
import { defineGenerator } from './generator.ts'
import { allowedOrigins, indented } from './header-lines.ts'
import { runOn } from './proof.ts'
import { javascript } from './quote/javascript.ts'

/**
 * Functions for HTTP of Google Cloud and Firebase, in Node.js. Not Firebase's own `cors` option: it takes origins and
 * nothing else, so that any header is allowed, credentials never are, and nothing is exposed.
 */
export default defineGenerator({
  id: 'firebase-functions',
  title: 'Firebase and Google Cloud Functions',
  language: 'javascript',
  docs: 'https://firebase.google.com/docs/functions/http-events',
  syntax: javascript,
  kind: 'cloud',
  proof: runOn('Functions Framework 5.0.5'),
  write: (policy) => ({
    code: [
      ...allowedOrigins(policy),
      '// Around each function, so that preflights are answered before it asks who is signed in:',
      '//   Firebase:      export const api = onRequest({ cors: false }, withCors(handler))',
      "//   Google Cloud:  http('api', withCors(handler))",
      'const withCors = (handler) => (req, res) => {',
      ...indented([...expressLines(policy), 'return handler(req, res)']),
      '}',
      '',
    ].join('\n'),
    where: text`In the file of the functions, or in one of its own that exports ${code('withCors')}. A function that is an Express app needs the snippet for Express instead.`,
    removeFirst: [
      text`The option ${code('cors')} of ${code('onRequest')} and calls of the ${code('cors')} package. ${code('cors: false')} stays: without it Firebase's emulator lets every origin in.`,
      text`Lines that set ${code('Access-Control-*')} headers, and ${code('Access-Control-*')} in the ${code('headers')} of ${code('firebase.json')}.`,
    ],
    notes: [
      text`The platform must let preflights pass, which come without a token: with ${code("invoker: 'private'")} or ${code('--no-allow-unauthenticated')} it answers them 403 itself. Check the caller in the function instead.`,
      text`What the platform answers in place of the function (a timeout, no free instance, a crash at the start) has no headers; no setting mends that.`,
      text`${code('onCall')} answers preflights itself and has a ${code('cors')} option of its own; this is for ${code('onRequest')}. First-generation functions (${code('functions.https.onRequest')}) take no options, just ${code('withCors(handler)')}.`,
    ],
  }),
})
