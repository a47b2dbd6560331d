/** What a responder's own errors mean, by its id in `responders/`; sentences with quoted parts in backticks. */
export const ownErrors: Readonly<
  Record<string, { readonly source: string; readonly by: Readonly<Record<number, string>> }>
> = {
  nginx: {
    source: 'https://nginx.org/en/docs/http/ngx_http_core_module.html',
    by: {
      400: 'nginx found the request malformed: headers or cookies too large (`large_client_header_buffers`), http sent to the https port, or a client certificate missing.',
      401: '`auth_basic` or `auth_request` refused the request.',
      403: 'A `deny` rule, `auth_request`, file permissions or a missing index refused the request.',
      404: 'No `location` passes this path to the application, and no file is there.',
      405: 'The path leads to static files, which accept only GET and HEAD: no `location` passes it to the application.',
      413: 'The body is larger than `client_max_body_size` (1 MB by default).',
      414: 'The URL is longer than `large_client_header_buffers` allows.',
      429: '`limit_req` or `limit_conn` refused the request.',
      500: 'A rewrite loop, an unreadable file or an `auth_request` that failed: the reason is in the error log of nginx.',
      502: 'The application behind nginx is down, crashed on this request, or listens elsewhere.',
      503: '`limit_req` or `limit_conn` refused the request (503 by default), or a `return 503` is configured.',
      504: 'The application took longer than `proxy_read_timeout` (60 seconds by default).',
    },
  },
  apache: {
    source: 'https://httpd.apache.org/docs/2.4/mod/core.html',
    by: {
      401: '`AuthType` with `Require valid-user` refused the request.',
      403: 'A `Require` rule, mod_security or file permissions refused the request.',
      404: 'No file is there, and no rewrite or proxy rule passes this path on.',
      405: 'The path leads to a static file.',
      413: 'The body is larger than `LimitRequestBody`.',
      500: 'An error in `.htaccess` or a script: the reason is in the error log of Apache.',
      502: 'The application behind Apache closed the connection or sent something invalid.',
      503: 'The application behind Apache refuses connections.',
      504: 'The application took longer than `ProxyTimeout`.',
    },
  },
  caddy: {
    source: 'https://caddyserver.com/docs/caddyfile/directives/reverse_proxy',
    by: {
      404: 'No file is there, and no `reverse_proxy` covers this path.',
      405: '`file_server` accepts only GET and HEAD: no `reverse_proxy` covers this path.',
      502: 'The application behind Caddy is down, crashed on this request, or listens elsewhere.',
      504: 'The application took too long to respond.',
    },
  },
  haproxy: {
    source: 'https://docs.haproxy.org/3.0/configuration.html',
    by: {
      403: 'An `http-request deny` rule refused the request.',
      502: 'The application closed the connection or sent an invalid response.',
      503: 'No server of the backend is up, or the queue timed out.',
      504: 'The application took longer than `timeout server`.',
    },
  },
  envoy: {
    source: 'https://www.envoyproxy.io/docs/envoy/latest/configuration/observability/access_log/usage',
    by: {
      401: 'The JWT filter refused the request.',
      403: 'An authorization policy (RBAC or external authorization) refused the request.',
      404: 'No route matches this host, path and method.',
      503: 'No healthy upstream, or the connection to it failed.',
      504: 'The upstream took longer than the timeout of the route.',
    },
  },
  iis: {
    source:
      'https://learn.microsoft.com/iis/troubleshoot/diagnosing-http-errors/the-http-status-code-in-iis-7-and-later',
    by: {
      401: 'Windows authentication is on and anonymous access off.',
      404: 'No file or handler is there, or request filtering refused the request.',
      405: 'A handler before the application took this method, usually WebDAV or the one for static files.',
      413: 'The body is larger than `maxAllowedContentLength`.',
      500: '`web.config` has an error, or a module failed: the reason is in the event log.',
      502: 'The process behind IIS failed to start or crashed.',
      503: 'The application pool is stopped.',
    },
  },
  'aws-s3': {
    source: 'https://docs.aws.amazon.com/AmazonS3/latest/API/ErrorResponses.html',
    by: {
      400: 'S3 found the request malformed: often a signature of another version or region.',
      403: "The object isn't public, the signed URL has expired, or its signature doesn't fit the request.",
      404: 'No object has this key.',
      405: "A website endpoint of S3 accepts only GET and HEAD, and knows no preflights: use the bucket's REST endpoint with a CORS rule.",
    },
  },
  'aws-alb': {
    source:
      'https://docs.aws.amazon.com/elasticloadbalancing/latest/application/load-balancer-troubleshooting.html',
    by: {
      403: 'A web ACL of AWS WAF refused the request.',
      502: 'The target closed the connection or sent something invalid.',
      503: 'The target group has no registered targets.',
      504: 'The target took too long to respond.',
    },
  },
  cloudflare: {
    source:
      'https://developers.cloudflare.com/support/troubleshooting/http-status-codes/cloudflare-5xx-errors/',
    by: {
      403: "A firewall rule or bot protection refused the request: look up the `CF-RAY` in the dashboard's security events.",
      429: 'A rate limiting rule refused the request.',
      520: 'The server behind Cloudflare closed the connection or sent something unreadable.',
      521: "The server behind Cloudflare refused the connection: it's down, or its firewall blocks Cloudflare.",
      522: "Cloudflare couldn't connect to the server in time: it's down, overloaded, or its firewall blocks Cloudflare.",
      523: "Cloudflare can't reach the server: check the address in the DNS record.",
      524: 'The server accepted the connection but took longer than Cloudflare waits (100 seconds by default).',
      525: 'The TLS handshake between Cloudflare and the server failed.',
      526: "The server's certificate isn't valid, and Cloudflare checks it (Full, strict).",
      530: "Cloudflare can't find the server: its page names a 1xxx error, such as a tunnel that isn't connected (1033).",
    },
  },
  cloudfront: {
    source:
      'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/troubleshooting-response-errors.html',
    by: {
      403: "The behavior doesn't allow this method, a WAF rule refused it, or the domain isn't on the distribution.",
      502: "CloudFront couldn't connect to the origin, often because of its certificate.",
      503: 'A function at the edge failed, or the origin had no capacity.',
      504: 'The origin took too long to respond.',
    },
  },
  'google-front-end': {
    source: 'https://cloud.google.com/run/docs/troubleshooting',
    by: {
      401: 'The token in the request is invalid for this service.',
      403: "The service isn't public, so Google refuses every request without a Google token, preflights always.",
      404: 'No service is at this URL: check its name, project and region.',
      429: 'No instance was free to take the request.',
      500: 'The instance crashed, or none could be started.',
      503: 'The instance crashed, or none could be started.',
    },
  },
  'lambda-url': {
    source: 'https://docs.aws.amazon.com/lambda/latest/dg/urls-configuration.html',
    by: {
      403: "The function URL requires AWS credentials (`AuthType`: `AWS_IAM`), or the function's policy doesn't allow public calls.",
      429: "The function's concurrency is used up, or reserved at 0.",
      502: "The function threw an error, or returned something that isn't a response: its log says which.",
    },
  },
  'airplay-receiver': {
    source: 'https://developer.apple.com/forums/thread/682332',
    by: {
      403: 'The AirPlay Receiver of macOS listens on ports 5000 and 7000: run the API on another port, or turn the receiver off.',
    },
  },
  heroku: {
    source: 'https://devcenter.heroku.com/articles/error-codes',
    by: {
      404: 'No application has this name.',
      503: 'The application crashed, timed out or has no dyno: `heroku logs` names the H code.',
    },
  },
  render: {
    source: 'https://render.com/docs/troubleshooting-deploys',
    by: {
      404: 'No service runs at this host name.',
      502: "The service crashed, or doesn't listen on `0.0.0.0:$PORT`.",
      503: 'The free instance is waking up.',
    },
  },
  railway: {
    source: 'https://docs.railway.com/reference/errors/application-failed-to-respond',
    by: {
      404: "The domain isn't attached to a running service.",
      502: "The service crashed, or doesn't listen on `0.0.0.0:$PORT`.",
    },
  },
  fly: {
    source: 'https://fly.io/docs/networking/services/',
    by: {
      502: "No machine listens on `internal_port`: it's stopped, or bound to `127.0.0.1`.",
      503: 'No machine is running, or all are at their limit.',
    },
  },
}

/** How to add headers to a responder's own errors, if there is a setting for it; verified with the generators. */
export const headersOnErrors: ReadonlyMap<string, string> = new Map([
  ['nginx', 'write `always` at the end of each `add_header` line'],
  ['apache', 'write `Header always set`'],
  ['haproxy', 'use `http-after-response`'],
  [
    'fastapi',
    'wrap the whole application in `CORSMiddleware`, because `add_middleware` leaves unhandled exceptions outside',
  ],
  [
    'lambda',
    "return them from the function in every response; API Gateway doesn't add them to a proxy integration",
  ],
  ['express', 'call `cors()` before the routes, and keep the headers in the error handler'],
])
