import os

SECRET_KEY = "not a secret"
DEBUG = False
ALLOWED_HOSTS = ["*"]
ROOT_URLCONF = "shop.urls"
WSGI_APPLICATION = "shop.wsgi.application"

INSTALLED_APPS = (
    "django.contrib.contenttypes",
    "django.contrib.auth",
    "corsheaders",
)

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "shop.login.LoginRequiredMiddleware",
    "corsheaders.middleware.CorsMiddleware",
]

CORS_ORIGIN_WHITELIST = os.environ.get("CORS_ORIGINS", "https://admin.example.com").split(",")
CORS_ALLOWED_ORIGIN_REGEXES = [r"^https://\w+\.example\.com$"]
CORS_ALLOW_HEADERS = (
    "content-type",
    "x-csrftoken",
)
CORS_URLS_REGEX = r"^/products/.*$"
