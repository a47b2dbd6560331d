import django from '../../../src/fix/generators/django.ts'
import { codeOf } from '../../fix/servers/start/code-of.ts'
import { SETTINGS, startDjango } from '../../fix/servers/start/start-django.ts'
import { audits, type Mistake } from './audits.ts'

const cors =
  (...settings: readonly string[]): Mistake['start'] =>
  () =>
    startDjango(
      [
        SETTINGS,
        'INSTALLED_APPS = ["corsheaders"]',
        'MIDDLEWARE = ["corsheaders.middleware.CorsMiddleware", *MIDDLEWARE]',
        'CORS_PREFLIGHT_MAX_AGE = 600',
        ...settings,
      ].join('\n'),
    )

const LOGIN = `
def login(get_response):
    from django.http import HttpResponse

    def middleware(request):
        if "Authorization" not in request.headers:
            return HttpResponse(status=401)
        return get_response(request)

    return middleware
`

const mistakes: readonly Mistake[] = [
  {
    name: 'CORS_ALLOW_ALL_ORIGINS with credentials, which sends every origin back',
    start: cors('CORS_ALLOW_ALL_ORIGINS = True', 'CORS_ALLOW_CREDENTIALS = True'),
    finds: ['reflects-any-origin'],
    severity: 'high',
    setting: 'CORS_ALLOW_ALL_ORIGINS',
  },
  {
    name: 'a pattern without an end, which has to match only at the beginning',
    start: cors(
      'CORS_ALLOWED_ORIGIN_REGEXES = [r"^https://app\\.example\\.com"]',
      'CORS_ALLOW_CREDENTIALS = True',
    ),
    finds: ['prefix-match'],
    severity: 'high',
    setting: 'CORS_ALLOWED_ORIGIN_REGEXES',
  },
  {
    name: 'every subdomain, without encryption too',
    start: cors(
      'CORS_ALLOWED_ORIGIN_REGEXES = [r"^https?://\\w+\\.example\\.com$"]',
      'CORS_ALLOW_CREDENTIALS = True',
    ),
    finds: ['any-subdomain-trusted', 'http-origin-trusted'],
    severity: 'medium',
    setting: 'CORS_ALLOWED_ORIGINS',
  },
  {
    name: 'null and localhost in the list',
    start: cors(
      'CORS_ALLOWED_ORIGINS = ["https://app.example.com", "null", "http://localhost:3000"]',
      'CORS_ALLOW_CREDENTIALS = True',
    ),
    finds: ['null-origin-allowed', 'localhost-trusted'],
    severity: 'high',
    setting: 'CORS_ALLOWED_ORIGINS',
  },
  {
    name: 'an age that no browser keeps',
    start: cors('CORS_ALLOWED_ORIGINS = ["https://app.example.com"]', 'CORS_PREFLIGHT_MAX_AGE = 86400'),
    finds: ['max-age-above-limit'],
    severity: 'info',
    setting: '7200',
  },
  {
    name: 'a login before the middleware',
    start: cors(
      'CORS_ALLOWED_ORIGINS = ["https://app.example.com"]',
      'MIDDLEWARE = ["settings.login", *MIDDLEWARE]',
      LOGIN,
    ),
    finds: ['preflight-needs-login'],
    severity: 'low',
    setting: 'MIDDLEWARE',
  },
  {
    name: 'CORS for some paths only',
    start: cors('CORS_ALLOWED_ORIGINS = ["https://app.example.com"]', 'CORS_URLS_REGEX = r"^/items$"'),
    finds: ['errors-without-cors'],
    severity: 'low',
    setting: 'CORS_URLS_REGEX',
  },
]

audits('Django', { mistakes, own: (policy) => startDjango(`${SETTINGS}\n${codeOf(django, policy)}`) })
