import { describe, expect, it } from 'vitest'
import { redactHeader } from '../../src/redact/redact-header.ts'
import { redacting } from '../../src/redact/redact-text.ts'
import { redactUrl } from '../../src/redact/redact-url.ts'

/** URLs as APIs have them, with ids, files, locales, words and mistakes, and no secret. */
const URLS = `
https://api.test/v2/orders/12345678901
https://api.test/users/3f2504e0-4f89-41d3-9a0c-0305e82c3301
https://api.test/users/507f1f77bcf86cd799439011
https://app.test/static/js/main.8f3b2c1d.chunk.js
https://app.test/_next/static/chunks/pages/index-5c1f2a3b4c5d6e7f.js
https://app.test/_next/static/build123/_buildManifest.js
https://app.test/_nuxt/entry.4f1b6d0d.css
https://app.test/assets/vendor-BqK3tZ9x.mjs
https://cdn.test/npm/lodash@4.17.21/lodash.min.js
https://cdn.test/ajax/libs/jquery/3.7.1/jquery.min.js
https://cdn.test/images/hero_1920x1080@2x.webp
https://api.test/locales/en-US/messages.json
https://api.test/i18n/zh-Hant-TW.json
https://api.test/products?lang=pt-BR&currency=EUR&country=DE
https://api.test/search?q=how+to+reset+password
https://api.test/search?q=token&page=2&per_page=50
https://api.test/items?code=DE&region_code=BY
https://api.test/orders?state=CA&status=shipped
https://api.test/orders?state=pending_review
https://api.test/zip?postal_code=90210
https://api.test/errors?error_code=E1001
https://api.test/items?cursor=100&limit=20&offset=40
https://api.test/tiles/12/2200/1343.png
https://api.test/maps?lat=52.5200&lng=13.4050&zoom=12
https://api.test/reports?from=2026-01-01T00:00:00Z&to=2026-01-31
https://api.test/users/undefined/orders
https://api.test/users/null
https://api.test/items?userId=undefined
https://api.test/items?token=[object%20Object]
https://api.test/items?access_token=
https://api.test/auth/login
https://api.test/oauth/token
https://api.test/api/v1/auth/refresh-token
https://api.test/.well-known/openid-configuration
https://api.test/.well-known/jwks.json
https://login.test/common/oauth2/v2.0/authorize?client_id=my-app&response_type=code&scope=openid%20profile
https://api.test/graphql?operationName=GetCurrentUser
https://api.test/graphql?query=query%7Bme%7Bid%20name%7D%7D
https://api.test/secrets/list
https://api.test/password-policy
https://api.test/tokens/refresh
https://api.test/keys/public
https://api.test/session/current
https://api.test/verify/email
https://api.test/invite/accept
https://api.test/hooks/stripe
https://api.test/webhooks/github
https://api.test/share/twitter
https://fonts.gstatic.com/s/inter/v13/UcCO3FwrK3iLTeHuS_fvQtMwCp50KnMw2boKoduKmMEVuLyfAZ9hiA.woff2
https://api.test/commits/da39a3ee5e6b4b0d3255bfef95601890afd80709
https://api.test/blobs/sha256:e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855
https://s3.eu-west-1.amazonaws.com/my-bucket-name/path/to/object.txt
https://api.test/v1/projects/my-project-123/locations/europe-west1/services
https://preview-git-feature-login-team.vercel.test/api/hello
https://api.test/items?sort=-created_at&include=author,tags
https://api.test/items?fields[articles]=title,body&filter[status]=open
https://api.test/items?page[number]=2&page[size]=10
https://api.test/cache?cb=1767225600123
https://api.test/a?_=1767225600123
https://api.test/a?t=1767225600&v=3.2.1
https://api.test/a?utm_source=newsletter&utm_campaign=spring_sale_2026
https://api.test/keyboard?layout=qwertz
https://api.test/a?author=Joe+Miller
https://api.test/a?signature=true
https://api.test/monkey?tokenizer=bpe
`
  .trim()
  .split('\n')

describe('a URL without a secret is shown', () => {
  it.each(URLS)('%s', (url) => {
    expect(redactUrl(url)).toBe(url)
    expect(redacting.value(url)).toBe(url)
  })
})

describe('a header without a secret is shown', () => {
  it.each([
    ['X-Locale', 'en-GB'],
    ['X-Timezone', 'Europe/Berlin'],
    ['X-Device-Type', 'mobile'],
    ['X-Platform', 'ios-17.2'],
    ['X-App-Version', '3.14.159'],
    ['X-Request-Id', '0b5e8c3a-1a2b-4c3d-8e9f-001122334455'],
    ['sentry-trace', 'd4cda95b652f4a1592b449d5929fda1b-6e0c63257de34c92-1'],
    ['baggage', 'sentry-environment=production,sentry-release=1.2.3'],
    ['b3', '80f198ee56343ba864fe8b2a57d3eff7-e457b5a2e4d86bd1-1'],
    ['X-Amzn-Trace-Id', 'Root=1-5759e988-bd862e3fe1be46a994272793'],
    ['X-Api-Version', '2026-01-01'],
    ['X-Http-Method-Override', 'PATCH'],
    ['X-Authorization', 'undefined'],
    ['X-Access-Token', 'Bearer null'],
    ['Authorization', 'Bearer NaN'],
    ['Authorization', 'Bearer'],
    ['Authorization', 'Bearer '],
    ['Authorization', 'Token undefined'],
    ['Authorization', 'Basic undefined'],
    ['X-User-Id', '42'],
    ['X-Tenant', 'contoso'],
    ['Content-Type', 'application/vnd.api+json; charset=utf-8'],
    ['Accept', 'application/json, text/plain, */*'],
    ['Range', 'bytes=0-1023'],
    ['If-Modified-Since', 'Wed, 21 Oct 2026 07:28:00 GMT'],
    ['Cache-Control', 'no-cache'],
    ['X-Csrf-Token', 'undefined'],
    ['HX-Request', 'true'],
    ['HX-Current-URL', 'https://app.test/cart'],
    ['Next-Router-Prefetch', '1'],
    ['RSC', '1'],
    ['X-Inertia', 'true'],
    ['X-Inertia-Version', '6cd2a1'],
    ['Turbo-Frame', 'messages'],
    ['apollo-require-preflight', 'true'],
    ['X-Apollo-Operation-Name', 'GetCart'],
    ['grpc-timeout', '10S'],
    ['X-Grpc-Web', '1'],
    ['X-User-Agent', 'grpc-web-javascript/0.1'],
    ['Tus-Resumable', '1.0.0'],
    ['Upload-Offset', '0'],
    ['X-Access-Token', '{{token}}'],
    ['Authorization', `Bearer \${TOKEN}`],
    ['Authorization', 'Bearer <token>'],
    ['Authorization', 'Bearer YOUR_TOKEN_HERE'],
    ['X-Api-Key', 'YOUR_API_KEY'],
    ['X-Api-Key', '%API_KEY%'],
    ['X-Api-Key', 'process.env.API_KEY'],
    ['Authorization', 'Bearer [object Promise]'],
    ['Access-Control-Allow-Origin', '*'],
    ['Access-Control-Allow-Headers', 'X-Api-Key'],
  ])('of a request, %s: %s', (name, value) => expect(redactHeader(name, value, 'request')).toBe(value))

  it.each([
    ['ETag', '"33a64df551425fcc55e4d42a148795d9f25f89d4"'],
    ['X-Request-Id', '0b5e8c3a-1a2b-4c3d-8e9f-001122334455'],
    ['CF-Ray', '7d1c5a0b2f3e4d5c-FRA'],
    ['X-Vercel-Id', 'fra1::iad1::abcde-1767225600123-0123456789ab'],
    ['X-Amz-Request-Id', '4442587FB7D0A2F9'],
    ['X-Amz-Id-2', 'vlR7PnpV2Ce81l0PRw6jlUpck7Jo5ZsQjryTjKlc5aLWGVHPZLj5NeC6qMa0emYBDXOo6QBU0Wo='],
    ['X-Powered-By', 'Express'],
    ['X-RateLimit-Remaining', '42'],
    ['X-RateLimit-Reset', '1767225600'],
    [
      'Report-To',
      '{"group":"cf-nel","max_age":604800,"endpoints":[{"url":"https://a.nel.test/report?s=abc"}]}',
    ],
    ['NEL', '{"success_fraction":0,"report_to":"cf-nel","max_age":604800}'],
    ['Alt-Svc', 'h3=":443"; ma=86400'],
    ['Strict-Transport-Security', 'max-age=31536000; includeSubDomains'],
    ['Content-Security-Policy', "default-src 'self'; script-src 'nonce-r4nd0m' https:"],
    ['Permissions-Policy', 'geolocation=(), camera=()'],
    ['Timing-Allow-Origin', 'https://app.example'],
    ['Access-Control-Allow-Origin', 'Bearer'],
    ['Access-Control-Allow-Origin', 'https://*.app.example'],
    ['Access-Control-Allow-Origin', 'http://localhost:3000, https://app.example'],
    ['Access-Control-Allow-Origin', 'process.env.CORS_ORIGIN'],
    ['Access-Control-Allow-Origin', `\${ORIGIN}`],
    ['Access-Control-Allow-Origin', '%{HTTP_ORIGIN}e'],
    ['Access-Control-Allow-Origin', '$http_origin'],
    ['Access-Control-Allow-Origin', 'https://4kjh3fn2a9s8d7f6g5h4j3k2l1.ngrok-free.app'],
    ['Access-Control-Allow-Headers', 'Authorization, X-Token, password, 0123456789abcdef0123456789abcdef'],
    ['Access-Control-Allow-Methods', '["GET","POST"]'],
    ['Access-Control-Allow-Credentials', 'True'],
    ['Access-Control-Max-Age', '7200'],
    ['Server', 'Microsoft-IIS/10.0'],
    ['WWW-Authenticate', 'Bearer realm="https://auth.test/realms/shop", error="invalid_request"'],
    ['X-Cache', 'HIT, MISS'],
    ['Age', '120'],
    ['X-Served-By', 'cache-fra-eddf8230052-FRA'],
    ['X-Azure-Ref', '20260101T000000Z-r1a2b3c4d5e6f7g8'],
    ['X-Envoy-Upstream-Service-Time', '12'],
    ['X-Kong-Request-Id', 'e0f8f1a2b3c4d5e6f7a8b9c0d1e2f3a4'],
    ['apigw-requestid', 'ZxYwVuTsRqPoNmLk='],
  ])('of a response, %s: %s', (name, value) => expect(redactHeader(name, value)).toBe(value))
})

describe('a sentence without a secret is shown', () => {
  it.each([
    'The access token expired',
    'token is missing, log in again',
    'Invalid API key: not found',
    'The password must contain 8 characters',
    'Request header field x-api-key is not allowed by Access-Control-Allow-Headers in preflight response.',
    'session timeout 30',
    'npm:react@18.2.0 and npm:react@latest',
    'image nginx:alpine@sha256',
    'joe@mail.test: mailbox full',
    'curl -u is an option',
    '["token","name","password"]',
    'secret manager v2',
    'the token endpoint /oauth2/token',
  ])('%s', (sentence) => expect(redacting.value(sentence)).toBe(sentence))
})
