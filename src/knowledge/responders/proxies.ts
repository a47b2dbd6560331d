import { nginxPageLengths } from './nginx-page-lengths.ts'
import { isError, type Responder } from './responder.ts'

/** Web servers and proxies. Most also set `Server` on responses that they pass on, so only their own pages are evidence. */
export const proxies: readonly Responder[] = [
  {
    id: 'nginx',
    name: 'nginx',
    layer: 'proxy',
    source: 'https://github.com/nginx/nginx/blob/master/src/http/ngx_http_special_response.c',
    own: [
      { certainty: 'high', body: /<hr><center>(nginx|openresty|tengine)\b[^<]*<\/center>/i },
      {
        certainty: 'high',
        statuses: isError,
        headers: { Server: /^(nginx|openresty|tengine)\b/i, 'Content-Type': /^text\/html\b/i },
        without: ['X-Powered-By'],
        lengths: nginxPageLengths,
      },
      {
        certainty: 'medium',
        statuses: isError,
        headers: { 'Content-Type': /^text\/html$/i },
        without: ['X-Powered-By'],
        lengths: nginxPageLengths,
      },
    ],
    passes: [{ certainty: 'high', headers: { Server: /^(nginx|openresty|tengine)\b/i } }],
  },
  {
    id: 'apache',
    name: 'Apache',
    layer: 'proxy',
    source: 'https://github.com/apache/httpd/blob/trunk/modules/http/http_protocol.c',
    own: [
      { certainty: 'high', body: /<address>Apache\b/ },
      {
        certainty: 'high',
        statuses: isError,
        headers: { Server: /^Apache\b(?!-Coyote)/, 'Content-Type': /^text\/html;\s*charset=iso-8859-1$/i },
        without: ['X-Powered-By'],
      },
    ],
    passes: [{ certainty: 'high', headers: { Server: /^Apache\b(?!-Coyote)/ } }],
  },
  {
    id: 'caddy',
    name: 'Caddy',
    layer: 'proxy',
    source: 'https://github.com/caddyserver/caddy/blob/master/modules/caddyhttp/server.go',
    own: [
      {
        certainty: 'medium',
        statuses: isError,
        headers: { Server: /^Caddy$/i },
        without: ['Via', 'X-Powered-By', 'Content-Type'],
        lengths: [0],
      },
    ],
    passes: [
      { certainty: 'high', headers: { Server: /^Caddy$/i } },
      { certainty: 'high', headers: { Via: /\bCaddy\b/i } },
    ],
  },
  {
    id: 'haproxy',
    name: 'HAProxy',
    layer: 'proxy',
    source: 'https://github.com/haproxy/haproxy/blob/master/src/http.c',
    own: [
      {
        certainty: 'high',
        body: /^<html><body><h1>\d{3} [A-Z][^<]*<\/h1>\n(No server is available|Request forbidden by admin|The server returned an invalid|The server didn't respond)/,
      },
      ...Object.entries({ 403: 93, 408: 110, 500: 97, 502: 107, 503: 107, 504: 92 }).map(
        ([status, length]) => ({
          certainty: 'high' as const,
          statuses: [Number(status)],
          headers: { 'Content-Type': /^text\/html$/i, 'Cache-Control': /^no-cache$/i },
          without: ['Server', 'X-Powered-By'],
          lengths: [length],
        }),
      ),
    ],
  },
  {
    id: 'traefik',
    name: 'Traefik',
    layer: 'proxy',
    source: 'https://github.com/traefik/traefik/blob/master/pkg/server/service/proxy.go',
    own: [
      { certainty: 'high', body: /^no available server$/ },
      { certainty: 'high', headers: { 'X-Retry-In': /./ } },
      ...Object.entries({ 502: 11, 503: 19, 504: 15 }).map(([status, length]) => ({
        certainty: 'medium' as const,
        statuses: [Number(status)],
        headers: { 'Content-Type': /^text\/plain/i },
        without: ['Server', 'X-Powered-By', 'Via', 'ETag', 'X-Content-Type-Options'],
        lengths: [length, length + 1],
      })),
    ],
  },
  {
    id: 'envoy',
    name: 'Envoy',
    layer: 'proxy',
    source: 'https://www.envoyproxy.io/docs/envoy/latest/configuration/observability/access_log/usage',
    own: [
      {
        certainty: 'high',
        body: /^(RBAC: access denied|Jwt (is missing|is expired|issuer is not|verification fails)|no healthy upstream|upstream (connect error|request timeout))/,
      },
      {
        certainty: 'high',
        statuses: isError,
        headers: { Server: /^(istio-)?envoy$/i, 'Content-Type': /^text\/plain/i },
        without: ['X-Envoy-Upstream-Service-Time'],
      },
      {
        certainty: 'medium',
        statuses: isError,
        headers: { Server: /^(istio-)?envoy$/i },
        without: ['X-Envoy-Upstream-Service-Time', 'Content-Type'],
      },
    ],
    passes: [
      { certainty: 'high', headers: { 'X-Envoy-Upstream-Service-Time': /./ } },
      { certainty: 'high', headers: { Server: /^(istio-)?envoy$/i } },
    ],
  },
  {
    id: 'varnish',
    name: 'Varnish',
    layer: 'proxy',
    source: 'https://github.com/varnishcache/varnish-cache/blob/master/bin/varnishd/builtin.vcl',
    own: [
      { certainty: 'high', body: /Guru Meditation/ },
      { certainty: 'high', headers: { Server: /^Varnish$/i, 'X-Varnish': /./ } },
    ],
    passes: [{ certainty: 'high', headers: { 'X-Varnish': /./ } }],
  },
  {
    id: 'lighttpd',
    name: 'lighttpd',
    layer: 'proxy',
    source: 'https://github.com/lighttpd/lighttpd1.4/blob/master/src/response.c',
    own: [
      {
        certainty: 'medium',
        statuses: isError,
        headers: { Server: /^lighttpd\b/i, 'Content-Type': /^text\/html$/i },
        without: ['X-Powered-By'],
      },
    ],
    passes: [{ certainty: 'high', headers: { Server: /^lighttpd\b/i } }],
  },
  {
    id: 'iis',
    name: 'IIS',
    layer: 'proxy',
    source:
      'https://learn.microsoft.com/iis/extensions/troubleshooting-application-request-routing/httpstatus',
    own: [
      { certainty: 'high', headers: { Server: /^Microsoft-HTTPAPI\// } },
      { certainty: 'high', body: /<title>(IIS |\d{3} - )[^<]*(<\/title>|Detailed Error)/ },
      {
        certainty: 'medium',
        statuses: isError,
        // ASP.NET sends the charset of its pages; IIS serves its pages from files, without one.
        headers: { Server: /^Microsoft-IIS\//, 'Content-Type': /^text\/html$/i },
      },
    ],
    passes: [{ certainty: 'high', headers: { Server: /^Microsoft-IIS\// } }],
  },
  {
    id: 'ngrok',
    name: 'ngrok',
    layer: 'proxy',
    source: 'https://ngrok.com/docs/errors/',
    own: [{ certainty: 'high', headers: { 'ngrok-error-code': /./ } }],
  },
]
