import { describe, expect, test } from 'vitest'
import django from '../../../src/fix/generators/django.ts'
import { APP, policies } from '../policies.ts'
import { ask } from './battery/ask.ts'
import { battery } from './battery/battery.ts'
import { serving } from './battery/serving.ts'
import { codeOf } from './start/code-of.ts'
import { runsOn } from './start/runs-on.ts'
import { pythonHere, startGunicorn } from './start/start-gunicorn.ts'

const versionHere = (): string =>
  pythonHere(
    'django, importlib.metadata, gunicorn',
    'f"Django {django.__version__}, django-cors-headers {importlib.metadata.version(\'django-cors-headers\')}"',
    ['python3-django', 'python3-django-cors-headers'],
  )

describe('Django with django-cors-headers', () => {
  battery((policy) => {
    versionHere()
    return startGunicorn(
      {
        'settings.py': `${SETTINGS}\n${codeOf(django, policy)}`,
        'urls.py': URLS,
        'authentication.py': AUTHENTICATION,
        'wsgi.py': WSGI,
      },
      'wsgi:application',
    )
  })
  describe('pasted into a project that has the package already', () => {
    const server = serving((policy) => {
      versionHere()
      const there = SETTINGS.replace('INSTALLED_APPS = []', 'INSTALLED_APPS = ["corsheaders"]').replace(
        'MIDDLEWARE = [',
        'MIDDLEWARE = [\n    "corsheaders.middleware.CorsMiddleware",',
      )
      return startGunicorn(
        {
          'settings.py': `${there}\n${codeOf(django, policy)}\nassert INSTALLED_APPS.count("corsheaders") == 1\nassert len([name for name in MIDDLEWARE if "cors" in name]) == 1\n`,
          'urls.py': URLS,
          'authentication.py': AUTHENTICATION,
          'wsgi.py': WSGI,
        },
        'wsgi:application',
      )
    }, policies.credentials)

    test('it is there once', async () => {
      const { outcome } = await ask(server.port, {
        origin: APP,
        method: 'PUT',
        path: '/items',
        credentials: true,
      })
      expect(outcome).toBe('shared')
    })
  })

  runsOn('django', versionHere, { exactly: false })
})

const SETTINGS = `
SECRET_KEY = "of a test"
ALLOWED_HOSTS = ["127.0.0.1"]
ROOT_URLCONF = "urls"
INSTALLED_APPS = []
MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "django.middleware.common.CommonMiddleware",
    "authentication.authenticate",
]
`

const AUTHENTICATION = `
from django.http import HttpResponse


def authenticate(get_response):
    def middleware(request):
        if request.path == "/private" and "Authorization" not in request.headers:
            return HttpResponse(status=401)
        return get_response(request)

    return middleware
`

const URLS = `
from django.http import HttpResponse, JsonResponse
from django.urls import path
from django.views.decorators.http import require_GET, require_http_methods


def ok(request):
    return JsonResponse([], safe=False)


def boom(request):
    raise RuntimeError("boom")


urlpatterns = [
    path("items", require_http_methods(["GET", "PUT", "DELETE"])(ok)),
    path("private", ok),
    path("only-get", require_GET(ok)),
    path("boom", boom),
    path("bad", lambda request: HttpResponse(status=502)),
]
`

const WSGI = `
import os

os.environ["DJANGO_SETTINGS_MODULE"] = "settings"

from django.core.management import call_command
from django.core.wsgi import get_wsgi_application

application = get_wsgi_application()
call_command("check", fail_level="WARNING")
`
