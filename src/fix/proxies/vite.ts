import { code, text } from '../../text/text.ts'
import { runOn } from '../generators/proof.ts'
import { javascript } from '../generators/quote/javascript.ts'
import { forwarding, keyLine, proxyOptions, withoutPrefix } from './forwarding.ts'
import { defineProxy } from './proxy.ts'

/** Vite's development server, `server.proxy`. */
export default defineProxy({
  id: 'vite',
  title: 'Vite',
  serves: 'developers',
  filtersResponses: true,
  language: 'javascript',
  docs: 'https://vite.dev/config/server-options.html#server-proxy',
  syntax: javascript,
  proof: runOn('Vite 8.3.8'),
  address: 'http://localhost:5173',
  write: (api, prefix) => {
    const { request, response } = forwarding(api.credentials)
    return {
      code: [
        "import { defineConfig } from 'vite'",
        '',
        'export default defineConfig({',
        '  server: {',
        '    proxy: {',
        `      ${javascript.literal(`${prefix}/`)}: {`,
        ...[
          ...proxyOptions(api, prefix, [`rewrite: ${withoutPrefix(prefix)},`]),
          'configure: (proxy) => {',
          "  proxy.on('proxyReq', (request) => {",
          ...request.map((line) => `    ${line}`),
          '  })',
          "  proxy.on('proxyRes', (response) => {",
          ...response.map((line) => `    ${line}`),
          '  })',
          '},',
        ].map((line) => `        ${line}`),
        '      },',
        '    },',
        '  },',
        '})',
        '',
      ].join('\n'),
      where: text`${code('vite.config.js')} beside ${code('package.json')}; in an existing one, add the entry of ${code('server.proxy')}. Vite restarts by itself.`,
      notes: [
        text`${code('vite preview')} uses the same entries unless ${code('preview.proxy')} is set; what ${code('vite build')} makes has no proxy.`,
      ],
      keyLine,
    }
  },
})
