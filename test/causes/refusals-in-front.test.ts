import { describe } from 'vitest'
import { testCauses } from './cause-cases.ts'
import { ECHO, stopped } from './exchanges.ts'
import { failed, refused, withText } from './refused.ts'

describe('refusals of gateways and logins in front', () =>
  testCauses([
    {
      when: 'Istio by its words',
      entries: withText('RBAC: access denied', 403),
      shows: 'istio-rbac-denied',
      confidence: 'high',
    },
    {
      when: 'Istio by its length',
      entries: refused(403, { server: 'istio-envoy', 'content-type': 'text/plain', 'content-length': '19' }),
      shows: 'istio-rbac-denied',
    },
    {
      when: 'a service behind Istio',
      entries: refused(403, {
        server: 'istio-envoy',
        'content-type': 'text/plain',
        'content-length': '19',
        'x-envoy-upstream-service-time': '3',
      }),
      showsNot: 'istio-rbac-denied',
    },
    {
      when: 'Envoy misses a token',
      entries: withText('Jwt is missing', 401),
      shows: 'envoy-jwt-refused',
      confidence: 'high',
    },
    {
      when: 'Envoy, body withheld',
      entries: refused(401, { server: 'envoy', 'content-type': 'text/plain', 'content-length': '14' }),
      shows: 'envoy-jwt-refused',
      confidence: 'high',
    },
    {
      when: 'the service behind Envoy refuses',
      entries: refused(401, {
        server: 'envoy',
        'content-type': 'text/plain',
        'content-length': '14',
        'x-envoy-upstream-service-time': '1',
      }),
      showsNot: 'envoy-jwt-refused',
    },
    {
      when: 'API Management',
      entries: refused(200, { 'content-length': '0' }, 'https://acme.azure-api.net/items'),
      shows: 'apim-origin-not-listed',
    },
    {
      when: 'an empty 200 elsewhere',
      entries: refused(200, { 'content-length': '0' }),
      showsNot: 'apim-origin-not-listed',
    },
    {
      when: 'Traefik, by an empty 200 with the methods alone',
      entries: refused(200, { 'content-length': '0', 'access-control-allow-methods': 'GET,POST' }),
      shows: 'gateway-origin-not-listed',
      confidence: 'medium',
    },
    {
      when: 'an application that says who it is',
      entries: refused(200, {
        'content-length': '0',
        'access-control-allow-methods': 'GET,POST',
        'x-powered-by': 'Express',
      }),
      shows: 'allow-list-miss',
      showsNot: 'gateway-origin-not-listed',
    },
    {
      when: 'oauth2-proxy',
      entries: withText('<title>Sign In</title> … Secured with OAuth2 Proxy', 403),
      shows: 'oauth2-proxy-sign-in',
    },
    {
      when: 'another 403 page',
      entries: withText('<title>Sign In</title>', 403),
      showsNot: 'oauth2-proxy-sign-in',
    },
  ]))

describe('public APIs that are closed to pages', () => {
  const GITHUB = 'https://github.com/login/oauth/access_token'
  const SLACK = 'https://slack.com/api/chat.postMessage'
  const wiki = (query: string) => `https://de.wikipedia.org/w/api.php?action=query&format=json${query}`
  testCauses([
    {
      when: "GitHub's OAuth endpoint",
      entries: [failed(200, {}, GITHUB)],
      shows: 'api-closed-to-pages',
      confidence: 'high',
    },
    {
      when: "a repository's page",
      entries: [failed(200, {}, 'https://github.com/a/b')],
      showsNot: 'api-closed-to-pages',
    },
    {
      when: 'somebody else with the same path',
      entries: [failed(200, {}, 'https://github.com.example/login/oauth/access_token')],
      showsNot: 'api-closed-to-pages',
    },
    {
      when: 'a preflight to Google Apps Script',
      entries: refused(405, {}, 'https://script.google.com/macros/s/AKf/exec'),
      shows: 'api-closed-to-pages',
    },
    {
      when: 'Slack, with a token in the header',
      entries: stopped({ url: SLACK, response: ECHO, asks: 'authorization' }, 'authorization'),
      shows: 'api-closed-to-pages',
    },
    {
      when: 'Slack, with another header',
      entries: stopped({ url: SLACK, response: ECHO, asks: 'x-a' }, 'x-a'),
      showsNot: 'api-closed-to-pages',
    },
    { when: 'MediaWiki', entries: [failed(200, {}, wiki(''))], shows: 'api-closed-to-pages' },
    {
      when: 'MediaWiki, asked to let pages in',
      entries: [failed(200, {}, wiki('&origin=*'))],
      showsNot: 'api-closed-to-pages',
    },
  ])
})

describe('refusals of firewalls', () => {
  const html = { 'content-type': 'text/html' }
  testCauses([
    {
      when: 'Imperva by its page',
      entries: withText('<html>Request unsuccessful. Incapsula incident ID: 4-5</html>', 403),
      shows: 'imperva-blocked',
      confidence: 'high',
    },
    {
      when: 'Imperva, body withheld',
      entries: refused(403, { ...html, 'x-iinfo': '9-1-1 NNNN' }),
      shows: 'imperva-blocked',
      confidence: 'medium',
    },
    {
      when: 'an application behind Imperva',
      entries: refused(403, { 'content-type': 'application/json', 'x-iinfo': '9-1-1 NNNN' }),
      showsNot: 'imperva-blocked',
    },
    {
      when: 'Imperva with its page of status 200',
      entries: withText(
        '<html><head><META NAME="ROBOTS" CONTENT="NOINDEX, NOFOLLOW"><script src="/_Incapsula_Resource?S=1"></script>',
        200,
        html,
      ),
      shows: 'imperva-blocked',
      confidence: 'high',
    },
    {
      when: 'a page that Imperva passed on',
      entries: withText(
        '<html><head><script src="/_Incapsula_Resource?S=1"></script><title>Shop</title>',
        200,
        html,
      ),
      showsNot: 'imperva-blocked',
    },
    {
      when: 'BIG-IP with its page of status 200',
      entries: withText(
        '<html><head><title>Request Rejected</title></head><body>The requested URL was rejected. Please consult with your administrator.<br><br>Your support ID is: 4<br>',
        200,
        html,
      ),
      shows: 'big-ip-asm-blocked',
      confidence: 'high',
    },
    {
      when: 'JSON of an API that speaks of a support ID',
      entries: withText('{"error":"rejected","support ID":4}', 200, { 'content-type': 'application/json' }),
      showsNot: 'big-ip-asm-blocked',
    },
    {
      when: 'a load balancer with AWS WAF',
      entries: refused(403, { ...html, server: 'awselb/2.0', 'content-length': '118' }),
      shows: 'aws-waf-blocked',
      confidence: 'medium',
    },
    {
      when: 'a load balancer without a target',
      entries: refused(503, { ...html, server: 'awselb/2.0' }),
      showsNot: 'aws-waf-blocked',
    },
    {
      when: 'Application Gateway in Prevention mode',
      entries: refused(403, { ...html, server: 'Microsoft-Azure-Application-Gateway/v2' }),
      shows: 'azure-waf-blocked',
      confidence: 'high',
    },
    {
      when: 'Application Gateway without a healthy backend',
      entries: refused(502, { ...html, server: 'Microsoft-Azure-Application-Gateway/v2' }),
      showsNot: 'azure-waf-blocked',
    },
  ])
})

describe('refusals of clouds', () => {
  const google = { server: 'Google Frontend', 'content-type': 'text/html; charset=UTF-8' }
  const run = 'https://api-abc-ew.a.run.app/items'
  testCauses([
    {
      when: 'Google’s front end',
      entries: refused(403, google, run),
      shows: 'google-invoker-missing',
      confidence: 'high',
    },
    {
      when: 'a function that responds itself',
      entries: [failed(403, { server: 'Google Frontend', 'content-type': 'application/json' }, run)],
      showsNot: 'google-invoker-missing',
    },
    {
      when: 'Azure Storage by its code',
      entries: refused(403, { 'x-ms-error-code': 'CorsPreflightFailure' }),
      shows: 'azure-storage-rule',
      confidence: 'high',
    },
    {
      when: 'Azure Storage by its host',
      entries: refused(403, {}, 'https://acme.blob.core.windows.net/a'),
      shows: 'azure-storage-rule',
      confidence: 'medium',
    },
    {
      when: 'another code of Azure',
      entries: [failed(403, { 'x-ms-error-code': 'AuthenticationFailed' })],
      showsNot: 'azure-storage-rule',
    },
    {
      when: 'R2',
      entries: refused(403, { server: 'cloudflare' }, 'https://a1b2.r2.cloudflarestorage.com/b/k'),
      shows: 'r2-policy',
      confidence: 'high',
    },
    {
      when: 'another 403 of Cloudflare',
      entries: refused(403, { server: 'cloudflare' }),
      showsNot: 'r2-policy',
    },
    {
      when: 'S3 of another region',
      entries: refused(
        307,
        { Location: 'https://b.s3.eu-central-1.amazonaws.com/k' },
        'https://b.s3.amazonaws.com/k',
      ),
      shows: 's3-region-redirect',
      confidence: 'high',
    },
    {
      when: 'another redirect',
      entries: refused(307, { Location: 'https://b.example/k' }, 'https://b.s3.amazonaws.com/k'),
      showsNot: 's3-region-redirect',
    },
    {
      when: 'CloudFront refuses OPTIONS',
      entries: refused(403, { server: 'CloudFront' }),
      shows: 'cloudfront-methods',
      confidence: 'high',
    },
    {
      when: 'an origin behind CloudFront refuses',
      entries: refused(403, { server: 'nginx', 'x-cache': 'Error from cloudfront' }),
      showsNot: 'cloudfront-methods',
    },
    {
      when: 'a Worker throws',
      entries: withText('error code: 1101', 500),
      shows: 'cloudflare-worker-exception',
      confidence: 'high',
    },
    {
      when: 'an application behind Cloudflare fails',
      entries: [
        failed(500, {
          server: 'cloudflare',
          'content-type': 'text/plain',
          'content-length': '16',
          'cf-cache-status': 'DYNAMIC',
        }),
      ],
      showsNot: 'cloudflare-worker-exception',
    },
  ])
})
