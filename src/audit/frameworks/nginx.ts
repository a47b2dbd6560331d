import { code, text } from '../../text/text.ts'
import { defineFramework } from './framework.ts'

/** Nginx. */
export default defineFramework({
  shownBy: ['nginx', 'ingress-nginx'],
  title: 'Nginx',
  docs: 'https://nginx.org/en/docs/http/ngx_http_headers_module.html',
  settings: {
    'list-origins': text`send a variable that ${code('map $http_origin $cors_origin { default ""; "https://…" $http_origin; }')} sets, not ${code('$http_origin')} itself.`,
    'compare-exactly': text`write whole origins as keys of ${code('map $http_origin')}; a pattern needs ${code('"~^https://…$"')} with ${code('[.]')} for each dot.`,
    'remove-origin': text`take it out of the ${code('map $http_origin')} or the ${code('if ($http_origin …)')}.`,
    credentials: text`remove ${code('add_header Access-Control-Allow-Credentials')}, or send it from a ${code('map')} that is empty for other origins.`,
    vary: text`write ${code('add_header Vary Origin always;')} beside the other lines.`,
    'list-headers': text`write the names in ${code('add_header Access-Control-Allow-Headers')}, not ${code('$http_access_control_request_headers')}.`,
    'list-methods': text`write the methods in ${code('add_header Access-Control-Allow-Methods')}.`,
    'list-exposed': text`write the names in ${code('add_header Access-Control-Expose-Headers')}.`,
    errors: text`end each ${code('add_header Access-Control-…')} line with ${code('always')}, and repeat them in each location that has an ${code('add_header')}.`,
    'preflight-before-login': text`return 204 to preflights in an ${code('if')}, which runs before ${code('auth_basic')} and ${code('auth_request')}.`,
  },
})
