import { startNginx, startNginxServer } from '../../fix/servers/start/start-nginx.ts'
import { audits, type Mistake } from './audits.ts'

const FILES = { 'html/items': '[]' }
const PREFLIGHT = 'if ($request_method = OPTIONS) { return 204; }'

/** A server whose files are the API, with what stands in `server { }`. */
const server =
  (...lines: readonly string[]): Mistake['start'] =>
  () =>
    startNginxServer(() => ['root html;', ...lines, PREFLIGHT].join('\n'), FILES)

const APP = '"https://app.example.com"'
const VARY = 'add_header Vary Origin always;'
const CREDENTIALS = 'add_header Access-Control-Allow-Credentials true always;'

const mistakes: readonly Mistake[] = [
  {
    name: '$http_origin with credentials, without Vary',
    start: server('add_header Access-Control-Allow-Origin $http_origin always;', CREDENTIALS),
    finds: ['reflects-any-origin', 'vary-origin-missing'],
    severity: 'high',
    setting: 'map $http_origin',
  },
  {
    name: '$http_origin without credentials',
    start: server('add_header Access-Control-Allow-Origin $http_origin always;', VARY),
    finds: ['reflects-without-credentials'],
    severity: 'medium',
    setting: 'map $http_origin',
  },
  {
    name: 'an `if` with a pattern that has no end',
    start: server(
      'set $cors "";',
      'if ($http_origin ~ "^https://app[.]example[.]com") { set $cors $http_origin; }',
      'add_header Access-Control-Allow-Origin $cors always;',
      VARY,
    ),
    finds: ['prefix-match'],
    severity: 'medium',
    setting: 'map $http_origin',
  },
  {
    name: 'an `if` with a pattern that regards no dots, in any capitalization',
    start: server(
      'set $cors "";',
      'if ($http_origin ~* "^https://app.example.com$") { set $cors $http_origin; }',
      'add_header Access-Control-Allow-Origin $cors always;',
      CREDENTIALS,
      VARY,
    ),
    finds: ['unescaped-dot', 'origin-normalized', 'credentials-for-refused-origin'],
    severity: 'high',
    setting: 'map $http_origin',
  },
  {
    name: 'no `always`',
    start: server(`add_header Access-Control-Allow-Origin ${APP};`),
    finds: ['errors-without-cors'],
    severity: 'low',
    setting: 'always',
  },
  {
    name: 'the headers of the request allowed, with credentials',
    start: server(
      `add_header Access-Control-Allow-Origin ${APP} always;`,
      CREDENTIALS,
      'add_header Access-Control-Allow-Headers $http_access_control_request_headers always;',
    ),
    finds: ['any-header-with-credentials'],
    severity: 'low',
    setting: '$http_access_control_request_headers',
  },
  {
    name: 'a login that preflights have to pass too',
    start: () =>
      startNginxServer(
        () =>
          `root html;\nadd_header Access-Control-Allow-Origin ${APP} always;\nauth_basic "private";\nauth_basic_user_file htpasswd;`,
        { ...FILES, htpasswd: 'user:{PLAIN}password\n' },
      ),
    finds: ['preflight-needs-login'],
    severity: 'low',
    setting: 'auth_basic',
  },
  {
    name: 'the header twice',
    start: server(
      `add_header Access-Control-Allow-Origin ${APP} always;`,
      'add_header Access-Control-Allow-Origin "*" always;',
    ),
    finds: ['contradictory-policies'],
    severity: 'low',
    setting: 'one layer',
  },
  {
    name: '* with credentials, every header exposed',
    start: server(
      'add_header Access-Control-Allow-Origin "*" always;',
      CREDENTIALS,
      'add_header Access-Control-Allow-Methods "*" always;',
      'add_header Access-Control-Max-Age 1728000 always;',
    ),
    finds: ['credentials-with-wildcard-header', 'any-method-allowed', 'max-age-above-limit'],
    severity: 'low',
    setting: 'Access-Control-Allow-Credentials',
  },
]

audits('Nginx', {
  mistakes,
  own: (policy) => startNginx(policy, 'root html; location = /items { return 200 "[]"; }'),
})
