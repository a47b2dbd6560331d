import { isError, type Responder, type ResponseSign } from './responder.ts'

const named = (Server: RegExp): readonly ResponseSign[] => [{ certainty: 'high', headers: { Server } }]

/** Frameworks and the servers that run them. Their responses come from the application. */
export const applications: readonly Responder[] = [
  {
    id: 'fastapi',
    name: 'Starlette (FastAPI)',
    layer: 'app',
    source: 'https://github.com/encode/starlette/blob/master/starlette/middleware/errors.py',
    own: [
      {
        certainty: 'high',
        statuses: [500],
        headers: {
          Server: /^(uvicorn|hypercorn-\S*|daphne)$/i,
          'Content-Type': /^text\/plain; charset=utf-8$/,
        },
        lengths: [21],
      },
      {
        certainty: 'medium',
        statuses: [500],
        headers: { 'Content-Type': /^text\/plain; charset=utf-8$/ },
        without: ['X-Powered-By', 'X-Content-Type-Options', 'ETag', 'Vary', 'Keep-Alive'],
        lengths: [21],
      },
      {
        certainty: 'high',
        body: /^\{"detail":("(Not Found|Method Not Allowed|Not authenticated)"|\[\{"(type|loc)":)/,
      },
    ],
  },
  {
    id: 'koa',
    name: 'Koa',
    layer: 'app',
    source: 'https://github.com/koajs/koa/blob/master/lib/context.js',
    own: [
      {
        certainty: 'medium',
        statuses: [500],
        // Node sends how long it keeps a connection open.
        headers: { 'Content-Type': /^text\/plain; charset=utf-8$/, 'Keep-Alive': /^timeout=\d+$/ },
        without: ['X-Powered-By', 'X-Content-Type-Options', 'ETag', 'Vary', 'Server'],
        lengths: [21],
      },
    ],
  },
  {
    id: 'express',
    name: 'Express',
    layer: 'app',
    source: 'https://github.com/pillarjs/finalhandler/blob/master/index.js',
    own: [
      { certainty: 'high', headers: { 'X-Powered-By': /^Express$/i } },
      {
        certainty: 'high',
        statuses: isError,
        headers: {
          'Content-Security-Policy': /^default-src 'none'$/,
          'X-Content-Type-Options': /^nosniff$/,
          'Content-Type': /^text\/html; charset=utf-8$/,
        },
      },
      { certainty: 'high', body: /<pre>(Cannot [A-Z]+ |\w*Error: )/ },
    ],
  },
  {
    id: 'nestjs',
    name: 'NestJS',
    layer: 'app',
    source: 'https://github.com/nestjs/nest/blob/master/packages/core/exceptions/base-exception-filter.ts',
    own: [
      {
        certainty: 'high',
        body: /^\{"(statusCode":\d{3},"message"|message":"[^"]*","(error":"[^"]*",")?statusCode")/,
      },
    ],
  },
  {
    id: 'fastify',
    name: 'Fastify',
    layer: 'app',
    source: 'https://github.com/fastify/fastify/blob/main/lib/fourOhFour.js',
    own: [{ certainty: 'high', body: /^\{"message":"Route [A-Z]+:|^Invalid Preflight Request$/ }],
  },
  {
    id: 'django',
    name: 'Django',
    layer: 'app',
    source: 'https://github.com/django/django/blob/main/django/views/defaults.py',
    own: [
      { certainty: 'high', headers: { Server: /^WSGIServer\// } },
      {
        certainty: 'medium',
        headers: {
          'X-Frame-Options': /^DENY$/,
          'Referrer-Policy': /^same-origin$/,
          'X-Content-Type-Options': /^nosniff$/,
        },
      },
    ],
  },
  {
    id: 'flask',
    name: 'Flask',
    layer: 'app',
    source: 'https://github.com/pallets/werkzeug/blob/main/src/werkzeug/exceptions.py',
    own: [
      ...named(/^Werkzeug\//i),
      { certainty: 'medium', body: /^<!doctype html>\n<html lang=en>\n<title>\d{3} / },
    ],
  },
  {
    id: 'rails',
    name: 'Rails',
    layer: 'app',
    source:
      'https://github.com/rails/rails/blob/main/actionpack/lib/action_dispatch/middleware/request_id.rb',
    own: [{ certainty: 'high', headers: { 'X-Request-Id': /./, 'X-Runtime': /./ } }],
  },
  {
    id: 'php',
    name: 'PHP',
    layer: 'app',
    source: 'https://www.php.net/manual/en/ini.core.php#ini.expose-php',
    own: [{ certainty: 'high', headers: { 'X-Powered-By': /^PHP\b/i } }],
  },
  {
    id: 'spring-boot',
    name: 'Spring',
    layer: 'app',
    source:
      'https://github.com/spring-projects/spring-framework/blob/main/spring-web/src/main/java/org/springframework/web/cors/DefaultCorsProcessor.java',
    own: [
      { certainty: 'high', body: /^Invalid CORS request$|^\{"timestamp":"?[^,]*,"status":\d{3},"error"/ },
      {
        certainty: 'high',
        statuses: [403],
        without: ['X-Powered-By', 'Server'],
        lengths: [20],
        headers: { Vary: /Access-Control-Request-Method/i },
      },
    ],
  },
  {
    id: 'tomcat',
    name: 'Tomcat',
    layer: 'app',
    source:
      'https://github.com/apache/tomcat/blob/main/java/org/apache/catalina/valves/ErrorReportValve.java',
    own: [
      { certainty: 'high', body: /<title>HTTP Status \d{3} / },
      ...named(/^Apache-Coyote\//),
      {
        certainty: 'medium',
        statuses: isError,
        headers: { 'Content-Type': /^text\/html;charset=utf-8$/, 'Content-Language': /./ },
      },
    ],
  },
  {
    id: 'aspnet-core',
    name: 'ASP.NET Core',
    layer: 'app',
    source:
      'https://github.com/dotnet/aspnetcore/blob/main/src/Servers/Kestrel/Core/src/KestrelServerOptions.cs',
    own: named(/^Kestrel$/i),
  },
  {
    id: 'go',
    name: 'a Go program',
    layer: 'app',
    source: 'https://github.com/golang/go/blob/master/src/net/http/server.go',
    own: [
      { certainty: 'low', body: /^404 page not found\n?$/ },
      {
        certainty: 'medium',
        statuses: isError,
        headers: { 'Content-Type': /^text\/plain; charset=utf-8$/, 'X-Content-Type-Options': /^nosniff$/ },
        without: ['X-Powered-By', 'Content-Security-Policy', 'X-Frame-Options'],
      },
    ],
  },
  {
    id: 'actix',
    name: 'actix-cors',
    layer: 'app',
    source: 'https://github.com/actix/actix-extras/blob/master/actix-cors/src/error.rs',
    own: [
      {
        certainty: 'high',
        body: /^(Origin is not allowed to make this request|Requested method is not allowed|One or more request headers are not allowed)/,
      },
    ],
  },
  {
    id: 'lambda',
    name: 'the Lambda function',
    layer: 'app',
    source:
      'https://docs.aws.amazon.com/apigateway/latest/developerguide/set-up-lambda-proxy-integrations.html',
    own: [
      {
        certainty: 'medium',
        headers: { 'x-amz-apigw-id': /./, 'x-amzn-trace-id': /\b(lineage|Parent)=/ },
        without: ['x-amzn-errortype'],
      },
    ],
  },
  {
    id: 'uvicorn',
    name: 'the application behind uvicorn',
    layer: 'app',
    source: 'https://github.com/encode/uvicorn/blob/master/uvicorn/config.py',
    own: named(/^(uvicorn|hypercorn-\S*|daphne)$/i),
  },
  {
    id: 'gunicorn',
    name: 'the application behind gunicorn',
    layer: 'app',
    source: 'https://docs.gunicorn.org/en/stable/',
    own: named(/^(gunicorn|waitress|TornadoServer|CherryPy)\b/i),
  },
]
