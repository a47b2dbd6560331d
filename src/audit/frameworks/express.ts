import { code, text } from '../../text/text.ts'
import { defineFramework } from './framework.ts'

/** Express with the `cors` package. */
export default defineFramework({
  shownBy: ['express', 'nestjs'],
  title: 'the cors package of Express',
  docs: 'https://expressjs.com/en/resources/middleware/cors.html',
  settings: {
    'list-origins': text`set ${code("origin: ['https://…']")} instead of ${code('origin: true')} or a function that accepts everything.`,
    'compare-exactly': text`write the origins as strings (${code("origin: ['https://…']")}); a regular expression needs ${code('^')}, ${code('$')} and ${code('\\.')}.`,
    'remove-origin': text`take it out of ${code('origin: […]')}.`,
    credentials: text`remove ${code('credentials: true')}, or list exact origins in ${code('origin')}.`,
    vary: text`call ${code('cors()')} before every route; with a list in ${code('origin')} it sends ${code('Vary: Origin')}.`,
    'list-headers': text`set ${code("allowedHeaders: ['content-type', …]")}; without it, every header is allowed.`,
    'list-methods': text`set ${code("methods: ['GET', 'POST']")}.`,
    'list-exposed': text`list the names in ${code('exposedHeaders')}.`,
    errors: text`call ${code('app.use(cors(…))')} before all routes and other middleware.`,
    'preflight-before-login': text`call ${code('app.use(cors(…))')} before the login middleware.`,
  },
})
