import { code, text } from '../../text/text.ts'
import { runOn } from '../generators/proof.ts'
import { javascript } from '../generators/quote/javascript.ts'
import { forwarding, keyLine, proxyOptions } from './forwarding.ts'
import { defineProxy } from './proxy.ts'

/** Express with `http-proxy-middleware` 3, mounted, so that Express removes the prefix. */
export default defineProxy({
  id: 'express-proxy',
  title: 'Express with http-proxy-middleware',
  serves: 'users',
  filtersResponses: true,
  language: 'javascript',
  docs: 'https://github.com/chimurai/http-proxy-middleware',
  syntax: javascript,
  proof: runOn('Express 5.3.0, http-proxy-middleware 3.0.10'),
  address: 'http://localhost:3000',
  write: (api, prefix) => {
    const { request, response } = forwarding(api.credentials)
    return {
      code: [
        `import { createProxyMiddleware } from 'http-proxy-middleware' // CommonJS: const { createProxyMiddleware } = require('http-proxy-middleware')`,
        '',
        '// Before body parsers, which would consume the body.',
        'app.use(',
        `  ${javascript.literal(prefix)},`,
        '  createProxyMiddleware({',
        ...[
          ...proxyOptions(api, prefix),
          'on: {',
          '  proxyReq: (request) => {',
          ...request.map((line) => `    ${line}`),
          '  },',
          '  proxyRes: (response) => {',
          ...response.map((line) => `    ${line}`),
          '  },',
          '},',
        ].map((line) => `    ${line}`),
        '  }),',
        ')',
        '',
      ].join('\n'),
      where: text`In the Express app that serves the page, before ${code('express.json()')} and other body parsers; behind your login if only your users may use it. Install the package with ${code('npm install http-proxy-middleware')}.`,
      notes: [
        text`After a body parser, a request with a body would hang; if it has to come after one, add ${code('fixRequestBody')} of the same package as ${code('proxyReq')}.`,
        text`In http-proxy-middleware 2 the two functions are the options ${code('onProxyReq')} and ${code('onProxyRes')}.`,
      ],
      keyLine,
    }
  },
})
