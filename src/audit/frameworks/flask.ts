import { code, text } from '../../text/text.ts'
import { defineFramework } from './framework.ts'

/** Flask with Flask-CORS. */
export default defineFramework({
  shownBy: ['flask'],
  title: 'Flask-CORS',
  docs: 'https://flask-cors.readthedocs.io/en/latest/configuration.html',
  settings: {
    'list-origins': text`set ${code('CORS(app, origins=["https://…"])')}: by default it allows every origin, and ${code('supports_credentials=True')} then sends each one back.`,
    'compare-exactly': text`an entry of ${code('origins')} with ${code('.*')} or ${code('^')} is a regular expression that must match only at the beginning: end it with ${code('$')} and escape its dots, or list whole origins.`,
    'remove-origin': text`take it out of ${code('origins')} (${code('CORS_ORIGINS')}).`,
    credentials: text`remove ${code('supports_credentials=True')}, or list exact origins in ${code('origins')}.`,
    vary: text`keep ${code('vary_header=True')} (${code('CORS_VARY_HEADER')}), and add ${code('Vary: Origin')} to other responses in ${code('@app.after_request')}.`,
    'list-headers': text`set ${code('allow_headers=["content-type"]')}: the default is every header.`,
    'list-methods': text`set ${code('methods=["GET", "POST"]')}.`,
    'list-exposed': text`list the names in ${code('expose_headers')}.`,
    errors: text`use ${code('CORS(app)')} instead of ${code('@cross_origin()')}, with ${code('resources')} that cover the path.`,
    'preflight-before-login': text`return ${code('None')} for ${code('request.method == "OPTIONS"')} in the ${code('before_request')} that checks the login.`,
  },
})
