import { code, text } from '../../text/text.ts'
import { corsOptions, originOption } from './cors-options.ts'
import { defineGenerator } from './generator.ts'
import { PASSED_ON } from './passed-on.ts'
import { runOn } from './proof.ts'
import { PROXY_IN_FRONT } from './proxy-in-front.ts'
import { javascript } from './quote/javascript.ts'
import { restToOthers } from './rest-to-others.ts'

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
  write: (policy) => ({
    code: [
      "import cors from 'cors' // CommonJS: const cors = require('cors')",
      '',
      '// Before authentication, body parsers and routes.',
      'app.use(',
      '  cors({',
      originOption(policy, '    '),
      ...corsOptions('cors', policy, '    '),
      '  }),',
      ')',
      '',
    ].join('\n'),
    where: text`Directly after ${code('const app = express()')}, before every other ${code('app.use')} and route; the package comes with ${code('npm install cors')}.`,
    removeFirst: [
      text`Other calls of ${code('cors()')}, on routes and in ${code("app.options('*', …)")} too (Express 5 does not start with that ${code("'*'")}), and lines that set ${code('Access-Control-*')} headers themselves.`,
      PASSED_ON,
      PROXY_IN_FRONT,
    ],
    notes: [
      text`The package answers every ${code('OPTIONS')} request itself; routes for it are no longer reached.`,
      text`Express 4 reads the same code. There, what an ${code('async')} handler throws is no 500 but no answer at all, unless it is handed to ${code('next')}.`,
      ...restToOthers(policy),
    ],
  }),
})
