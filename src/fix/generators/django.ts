import { code, text } from '../../text/text.ts'
import { patternsSource, splitOrigins } from '../policy/origin-pattern.ts'
import type { CorsPolicy } from '../policy/policy.ts'
import { withCommas } from './env-note.ts'
import { defineGenerator } from './generator.ts'
import { runOn } from './proof.ts'
import { array } from './quote/array.ts'
import { python } from './quote/python.ts'

const list = (values: readonly string[]): string => array(python, values, { indent: '', step: '    ' })

/**
 * Django with django-cors-headers. Every setting with a permissive default is written. A max age of 0 makes this package
 * send none.
 */
export default defineGenerator({
  id: 'django',
  title: 'Django with django-cors-headers',
  language: 'python',
  docs: 'https://github.com/adamchainz/django-cors-headers#configuration',
  syntax: python,
  kind: 'app',
  find: "grep -rniE --include='*.py' 'cors|access-control-' .",
  proof: runOn('Django 3.2.25, django-cors-headers 3.14.0'),
  matchesPatterns: true,
  valueInEnv: withCommas,
  write: ({ origins, methods, headers, exposed, credentials, maxAge }, { env }) => ({
    code: [
      ...(env === null ? [] : ['import os', '']),
      'if not any(app.startswith("corsheaders") for app in INSTALLED_APPS):',
      '    INSTALLED_APPS = [*INSTALLED_APPS, "corsheaders"]',
      '# First: before authentication, and before any middleware that responds or redirects.',
      'cors_middleware = "corsheaders.middleware.CorsMiddleware"',
      'MIDDLEWARE = [cors_middleware, *(name for name in MIDDLEWARE if name != cors_middleware)]',
      '',
      ...originSettings(origins, env),
      `CORS_ALLOW_METHODS = ${list(methods)}`,
      `CORS_ALLOW_HEADERS = ${list(headers)}`,
      ...(exposed.length === 0 ? [] : [`CORS_EXPOSE_HEADERS = ${list(exposed)}`]),
      ...(credentials ? ['CORS_ALLOW_CREDENTIALS = True'] : []),
      `CORS_PREFLIGHT_MAX_AGE = ${maxAge ?? 0}${maxAge === null ? '  # not sent; without this line it is a day' : ''}`,
      '',
    ].join('\n'),
    where: text`At the end of ${code('settings.py')}. Needs ${code('pip install django-cors-headers')}.`,
    removeFirst: [
      text`Other ${code('CORS_*')} settings: ${code('CORS_ALLOW_ALL_ORIGINS')}, ${code('CORS_ALLOWED_ORIGIN_REGEXES')} and the old ${code('CORS_ORIGIN_*')}.`,
      text`Middleware, decorators and views that set ${code('Access-Control-*')} or answer ${code('OPTIONS')}, and ${code('Access-Control-*')} headers of a proxy in front.`,
    ],
    notes: [
      ...(credentials || methods.some((method) => !['GET', 'HEAD'].includes(method))
        ? [
            text`${code('CsrfViewMiddleware')} still answers 403 unless ${code('CSRF_TRUSTED_ORIGINS')} has the origin and the request its token.`,
          ]
        : []),
      ...(credentials
        ? [
            text`Set ${code('SESSION_COOKIE_SAMESITE = "None"')} and ${code('SESSION_COOKIE_SECURE = True')} for session cookies.`,
          ]
        : []),
      ...(maxAge === 0 ? [text`An age of 0 isn't sent; browsers use 5 seconds.`] : []),
    ],
  }),
})

function originSettings(origins: CorsPolicy['origins'], env: string | null): readonly string[] {
  if (origins === '*') return ['CORS_ALLOW_ALL_ORIGINS = True']
  const { exact, patterns } = splitOrigins(origins)
  return [
    env === null
      ? `CORS_ALLOWED_ORIGINS = ${list(exact)}`
      : `CORS_ALLOWED_ORIGINS = [o.strip() for o in os.environ.get("${env}", "").split(",") if "://" in o]`,
    ...(patterns.length === 0 ? [] : [`CORS_ALLOWED_ORIGIN_REGEXES = [r"^${patternsSource(patterns)}$"]`]),
  ]
}
