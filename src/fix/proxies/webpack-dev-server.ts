import { code, text } from '../../text/text.ts'
import { runOn } from '../generators/proof.ts'
import { javascript } from '../generators/quote/javascript.ts'
import { forwarding, keyLine, proxyOptions, withoutPrefix } from './forwarding.ts'
import { defineProxy } from './proxy.ts'

/** webpack-dev-server 5, `devServer.proxy`. */
export default defineProxy({
  id: 'webpack-dev-server',
  title: 'webpack-dev-server',
  serves: 'developers',
  filtersResponses: true,
  language: 'javascript',
  docs: 'https://webpack.js.org/configuration/dev-server/#devserverproxy',
  syntax: javascript,
  proof: runOn('webpack-dev-server 5.2.7'),
  address: 'http://localhost:8080',
  write: (api, prefix) => {
    const { request, response } = forwarding(api.credentials)
    return {
      code: [
        'module.exports = {',
        '  devServer: {',
        '    proxy: [',
        '      {',
        ...[
          `context: ${javascript.literal(`${prefix}/`)},`,
          ...proxyOptions(api, prefix, [`pathRewrite: ${withoutPrefix(prefix)},`]),
          'onProxyReq: (request) => {',
          ...request.map((line) => `  ${line}`),
          '},',
          'onProxyRes: (response) => {',
          ...response.map((line) => `  ${line}`),
          '},',
        ].map((line) => `        ${line}`),
        '      },',
        '    ],',
        '  },',
        '}',
        '',
      ].join('\n'),
      where: text`${code('webpack.config.js')}; in an existing one, add the entry of ${code('devServer.proxy')}, which is a list since version 5. Then restart the server.`,
      notes: [
        text`In webpack-dev-server 4 ${code('proxy')} is an object with the path as key. With http-proxy-middleware 3, ${code('onProxyReq')} and ${code('onProxyRes')} go under ${code('on')} as ${code('proxyReq')} and ${code('proxyRes')}.`,
      ],
      keyLine,
    }
  },
})
