import { code, text } from '../../text/text.ts'
import { runOn } from '../generators/proof.ts'
import { nginx } from '../generators/quote/nginx.ts'
import { defineProxy } from './proxy.ts'

/** Nginx, `proxy_pass` with a path: it replaces the location's. */
export default defineProxy({
  id: 'nginx-proxy-pass',
  title: 'Nginx proxy_pass',
  serves: 'users',
  filtersResponses: true,
  language: 'nginx',
  docs: 'https://nginx.org/en/docs/http/ngx_http_proxy_module.html#proxy_pass',
  syntax: nginx,
  proof: runOn('nginx 1.22.1'),
  address: 'http://localhost',
  write: ({ target, credentials }, prefix) => {
    const { protocol, hostname } = new URL(target)
    return {
      code: [
        `location ${prefix}/ {`,
        ...[
          `proxy_pass ${nginx.literal(`${target}/`)};`,
          'proxy_http_version 1.1;',
          'proxy_set_header Host $proxy_host; # of the API',
          'proxy_set_header Connection "";',
          'proxy_set_header Origin "";',
          ...(credentials
            ? [
                `proxy_cookie_domain ${nginx.literal(hostname)} $host;`,
                `proxy_cookie_path / ${nginx.literal(`${prefix}/`)};`,
              ]
            : [
                'proxy_set_header Cookie ""; # the page\'s own, none of the API\'s business',
                'proxy_hide_header Set-Cookie;',
              ]),
          `proxy_redirect ${nginx.literal(`${target}/`)} ${nginx.literal(`${prefix}/`)};`,
          `proxy_redirect / ${nginx.literal(`${prefix}/`)};`,
          ...(protocol === 'https:'
            ? [
                'proxy_ssl_server_name on;',
                'proxy_ssl_verify on;',
                'proxy_ssl_trusted_certificate /etc/ssl/certs/ca-certificates.crt;',
              ]
            : []),
          "proxy_hide_header Access-Control-Allow-Origin; # nobody else's pages",
          'add_header Content-Security-Policy sandbox always; # its HTML must not run as yours',
        ].map((line) => `    ${line}`),
        '}',
        '',
      ].join('\n'),
      where: text`Into the ${code('server { }')} that serves the page, before its other locations. Then ${code('nginx -t')} and reload.`,
      notes: [
        ...(protocol === 'https:'
          ? [
              text`The list of certificate authorities is ${code('/etc/ssl/certs/ca-certificates.crt')} on Debian, Ubuntu and Alpine; on Red Hat's it is ${code('/etc/pki/tls/certs/ca-bundle.crt')}.`,
            ]
          : []),
        text`Nginx resolves the host once, at startup. Reload it if the API's addresses change.`,
        text`An encoded slash in a path (${code('%2F')}) arrives decoded at the API, as ${code('proxy_pass')} with a path rewrites it.`,
        text`Bodies above 1 MB are refused with 413 unless ${code('client_max_body_size')} allows more.`,
      ],
      keyLine: (name) => `proxy_set_header ${name} "the key";`,
    }
  },
})
