import { body, path } from '../fingerprints/sign.ts'
import { runOn } from '../generators/proof.ts'
import { javascript } from '../generators/quote/javascript.ts'
import { corsOptions } from './cors-options.ts'
import { defineSetting } from './setting.ts'

/** The CORS setting of webpack-dev-server. */
export default defineSetting({
  id: 'webpack-dev-server',
  title: 'webpack-dev-server',
  kind: 'dev server',
  language: 'javascript',
  docs: 'https://webpack.js.org/configuration/dev-server/',
  syntax: javascript,
  proof: runOn('webpack-dev-server 5.2.7'),
  fixed: [],
  signs: [
    body('high', /^(Invalid Host header|Cross-Origin request blocked)$/),
    path('high', /^\/(webpack-dev-server|sockjs-node)(\/|$)/),
  ],
  write: (policy) => ({
    lines: [
      'devServer: {',
      '  setupMiddlewares: (middlewares) => [',
      "    { name: 'cors', middleware: require('cors')({",
      ...corsOptions(policy).map((line) => `      ${line}`),
      '    }) },',
      '    ...middlewares,',
      '  ],',
      '},',
    ],
    where:
      'In `webpack.config.js` (Vue CLI: `vue.config.js`); `npm install --save-dev cors`. Restart it for the change to take effect.',
    notes: [
      'An API behind `proxy` that sends the headers itself gets them twice: remove them in one place.',
      '`Invalid Host header` is about the host: add it to `allowedHosts`.',
    ],
  }),
})
