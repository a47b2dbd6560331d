import type { Running } from './start.ts'
import { pythonHere, startGunicorn } from './start-gunicorn.ts'

/** Returns the versions of Django and its CORS package here, or fails with how to install them. */
export const djangoHere = (): string =>
  pythonHere(
    'django, importlib.metadata, gunicorn',
    'f"Django {django.__version__}, django-cors-headers {importlib.metadata.version(\'django-cors-headers\')}"',
    ['python3-django', 'python3-django-cors-headers'],
  )

/** Starts a Django project with these settings. */
export function startDjango(settings: string): Promise<Running> {
  djangoHere()
  return startGunicorn(
    { 'settings.py': settings, 'urls.py': URLS, 'authentication.py': AUTHENTICATION, 'wsgi.py': WSGI },
    'wsgi:application',
  )
}

/** The settings of a project that knows nothing of CORS. */
export const SETTINGS = `
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
