import { code, text } from '../../text/text.ts'
import { defineGenerator } from './generator.ts'
import { runOn } from './proof.ts'
import { array } from './quote/array.ts'
import { python } from './quote/python.ts'

const list = (values: readonly string[]): string => array(python, values, { indent: '', step: '    ' })

/**
 * Django with django-cors-headers. Every setting that widens something where it is absent is written; an age of 0 is
 * this package's way to send none.
 */
export default defineGenerator({
  id: 'django',
  title: 'Django with django-cors-headers',
  language: 'python',
  docs: 'https://github.com/adamchainz/django-cors-headers#configuration',
  syntax: python,
  kind: 'app',
  proof: runOn('Django 3.2.25, django-cors-headers 3.14.0'),
  write: ({ origins, methods, headers, exposed, credentials, maxAge }) => ({
    code: [
      'INSTALLED_APPS = [*INSTALLED_APPS, "corsheaders"]',
      '# First: before authentication, and before whatever answers or redirects by itself.',
      'MIDDLEWARE = ["corsheaders.middleware.CorsMiddleware", *MIDDLEWARE]',
      '',
      origins === '*' ? 'CORS_ALLOW_ALL_ORIGINS = True' : `CORS_ALLOWED_ORIGINS = ${list(origins)}`,
      `CORS_ALLOW_METHODS = ${list(methods)}`,
      `CORS_ALLOW_HEADERS = ${list(headers)}`,
      ...(exposed.length === 0 ? [] : [`CORS_EXPOSE_HEADERS = ${list(exposed)}`]),
      ...(credentials ? ['CORS_ALLOW_CREDENTIALS = True'] : []),
      `CORS_PREFLIGHT_MAX_AGE = ${maxAge ?? 0}${maxAge === null ? '  # not sent; without this line it is a day' : ''}`,
      '',
    ].join('\n'),
    where: text`At the end of ${code('settings.py')}, or its entries in the lists that are there; the package comes with ${code('pip install django-cors-headers')}.`,
    removeFirst: [
      text`Other ${code('CORS_*')} settings, above all ${code('CORS_ALLOW_ALL_ORIGINS')} and ${code('CORS_ALLOWED_ORIGIN_REGEXES')}, by their old names ${code('CORS_ORIGIN_*')} too.`,
      text`Middleware, decorators and views that set ${code('Access-Control-*')} headers or answer ${code('OPTIONS')} themselves.`,
      text`${code('Access-Control-*')} headers that a proxy in front adds; one of the two must do it.`,
    ],
    notes: [
      ...(credentials || methods.some((method) => !['GET', 'HEAD'].includes(method))
        ? [
            text`${code('CsrfViewMiddleware')} is a check of its own: it answers ${code('POST')}, ${code('PUT')} and the like from another origin with 403, which the page can read, unless ${code('CSRF_TRUSTED_ORIGINS')} has that origin (before Django 4 without the scheme) and the request its token.`,
          ]
        : []),
      ...(credentials
        ? [
            text`The session cookie is sent from another site only with ${code('SESSION_COOKIE_SAMESITE = "None"')} and ${code('SESSION_COOKIE_SECURE = True')}.`,
          ]
        : []),
      ...(maxAge === 0
        ? [text`An age of 0 is not sent: browsers then keep the preflight response for 5 seconds.`]
        : []),
      text`Before 4.3 the package sent ${code('Access-Control-Allow-Credentials')} to other origins too, which browsers ignore.`,
    ],
  }),
})
