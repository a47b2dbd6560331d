import { code, text } from '../../text/text.ts'
import { defineGenerator } from './generator.ts'
import { runOn } from './proof.ts'
import { array } from './quote/array.ts'
import { javascript } from './quote/javascript.ts'

const list = (values: readonly string[]): string => array(javascript, values, { indent: '    ', step: '  ' })

/**
 * Express with the `cors` package. The origins stay a list even for one: a plain string is sent to everybody.
 * `allowedHeaders` is always written: without it the package allows whatever is asked for.
 */
export default defineGenerator({
  id: 'express',
  title: 'Express with the cors package',
  language: 'javascript',
  docs: 'https://expressjs.com/en/resources/middleware/cors.html',
  syntax: javascript,
  kind: 'app',
  proof: runOn('Express 5.3.0, cors 2.8.6'),
  write: ({ origins, methods, headers, exposed, credentials, maxAge }) => ({
    code: [
      `import cors from 'cors' // CommonJS: const cors = require('cors')`,
      '',
      '// Before authentication, body parsers and routes.',
      'app.use(',
      '  cors({',
      `    origin: ${origins === '*' ? "'*'" : list(origins)},`,
      `    methods: ${list(methods)},`,
      `    allowedHeaders: ${list(headers)},`,
      ...(exposed.length === 0 ? [] : [`    exposedHeaders: ${list(exposed)},`]),
      ...(credentials ? ['    credentials: true,'] : []),
      ...(maxAge === null ? [] : [`    maxAge: ${maxAge},`]),
      '  }),',
      ')',
      '',
    ].join('\n'),
    where: text`Directly after ${code('const app = express()')}, before every other ${code('app.use')} and route; the package comes with ${code('npm install cors')}.`,
    removeFirst: [
      text`Other calls of ${code('cors()')}, on routes too, and lines that set ${code('Access-Control-*')} headers themselves.`,
      text`${code('Access-Control-*')} headers that a proxy in front adds; one of the two must do it.`,
    ],
    notes: [
      text`The package answers every ${code('OPTIONS')} request itself; routes for it are no longer reached.`,
      ...(origins === '*'
        ? []
        : [
            text`To other origins it sends no ${code('Access-Control-Allow-Origin')}, but the remaining headers; browsers ignore them.`,
          ]),
    ],
  }),
})
