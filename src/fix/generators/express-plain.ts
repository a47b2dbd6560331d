import { code, text } from '../../text/text.ts'
import { withCommas } from './env-note.ts'
import { expressLines } from './express-lines.ts'
import { IN_JAVASCRIPT } from './find-command.ts'
import { defineGenerator } from './generator.ts'
import { allowedOrigins, indented } from './header-lines.ts'
import { PASSED_ON } from './passed-on.ts'
import { runOn } from './proof.ts'
import { PROXY_IN_FRONT } from './proxy-in-front.ts'
import { javascript } from './quote/javascript.ts'

/** Express without a package: one middleware, an exact comparison with a set of origins. */
export default defineGenerator({
  id: 'express-plain',
  title: 'Express without a package',
  language: 'javascript',
  docs: 'https://expressjs.com/en/guide/using-middleware.html',
  syntax: javascript,
  kind: 'app',
  find: IN_JAVASCRIPT,
  proof: runOn('Express 5.3.0'),
  matchesPatterns: true,
  valueInEnv: withCommas,
  write: (policy, surroundings) => ({
    code: [
      ...allowedOrigins(policy, surroundings),
      '// Before authentication, body parsers and routes.',
      'app.use((req, res, next) => {',
      ...indented([...expressLines(policy), 'next()']),
      '})',
      '',
    ].join('\n'),
    where: text`Directly after ${code('const app = express()')}, before every other ${code('app.use')} and route.`,
    removeFirst: [
      text`The ${code('cors')} package and lines that set ${code('Access-Control-*')}.`,
      PASSED_ON,
      PROXY_IN_FRONT,
    ],
    notes: [text`Routes for preflights no longer run.`],
  }),
})
