import { code, text } from '../../text/text.ts'
import { defineFramework } from './framework.ts'

/** Django with django-cors-headers. */
export default defineFramework({
  shownBy: ['django'],
  title: 'django-cors-headers',
  docs: 'https://github.com/adamchainz/django-cors-headers#configuration',
  settings: {
    'list-origins': text`set ${code('CORS_ALLOWED_ORIGINS')} and remove ${code('CORS_ALLOW_ALL_ORIGINS = True')}, which sends every origin back if ${code('CORS_ALLOW_CREDENTIALS')} is set.`,
    'compare-exactly': text`list whole origins in ${code('CORS_ALLOWED_ORIGINS')}; a pattern in ${code('CORS_ALLOWED_ORIGIN_REGEXES')} matches at the beginning only, so end it with ${code('$')} and escape its dots.`,
    'remove-origin': text`take it out of ${code('CORS_ALLOWED_ORIGINS')}, and check ${code('CORS_ALLOWED_ORIGIN_REGEXES')}.`,
    credentials: text`remove ${code('CORS_ALLOW_CREDENTIALS = True')}, or list exact origins in ${code('CORS_ALLOWED_ORIGINS')}.`,
    vary: text`put ${code('corsheaders.middleware.CorsMiddleware')} first in ${code('MIDDLEWARE')}; it sends ${code('Vary: Origin')}.`,
    'list-headers': text`list the names in ${code('CORS_ALLOW_HEADERS')}.`,
    'list-methods': text`list the methods in ${code('CORS_ALLOW_METHODS')}.`,
    'list-exposed': text`list the names in ${code('CORS_EXPOSE_HEADERS')}.`,
    errors: text`put ${code('corsheaders.middleware.CorsMiddleware')} first in ${code('MIDDLEWARE')}, and let ${code('CORS_URLS_REGEX')} match the path.`,
    'preflight-before-login': text`put ${code('corsheaders.middleware.CorsMiddleware')} first in ${code('MIDDLEWARE')}.`,
  },
})
