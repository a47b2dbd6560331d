import { code, text } from '../../text/text.ts'
import { corsOptions, listInEnv, originOption } from './cors-options.ts'
import { withCommas } from './env-note.ts'
import { IN_JAVASCRIPT } from './find-command.ts'
import { defineGenerator } from './generator.ts'
import { PASSED_ON } from './passed-on.ts'
import { runOn } from './proof.ts'
import { PROXY_IN_FRONT } from './proxy-in-front.ts'
import { javascript } from './quote/javascript.ts'

/**
 * Express with the `cors` package. A single origin is written as a list too, because the package sends a string to every
 * page. `allowedHeaders` is always written, because without it the package allows whatever is requested.
 */
export default defineGenerator({
  id: 'express',
  title: 'Express with the cors package',
  language: 'javascript',
  docs: 'https://expressjs.com/en/resources/middleware/cors.html',
  syntax: javascript,
  kind: 'app',
  find: IN_JAVASCRIPT,
  proof: runOn('Express 5.3.0, cors 2.8.6'),
  matchesPatterns: true,
  valueInEnv: withCommas,
  write: (policy, surroundings) => ({
    code: [
      "import cors from 'cors' // once per file; CommonJS: const cors = require('cors')",
      '',
      ...listInEnv(surroundings),
      '// Before authentication, body parsers and routes.',
      'app.use(',
      '  cors({',
      originOption(policy, surroundings, '    '),
      ...corsOptions('cors', policy, '    '),
      '  }),',
      ')',
      '',
    ].join('\n'),
    where: text`Directly after ${code('const app = express()')}, before every other ${code('app.use')} and route. Needs ${code('npm install cors')}.`,
    removeFirst: [
      text`Every other ${code('cors()')} call (${code("app.options('*', …)")} too), a second import of ${code('cors')}, and lines that set ${code('Access-Control-*')}.`,
      PASSED_ON,
      PROXY_IN_FRONT,
    ],
    notes: [
      text`Routes for ${code('OPTIONS')} no longer run.`,
      text`In Express 4, an error in an ${code('async')} handler gets no response unless it's passed to ${code('next')}.`,
    ],
  }),
})
