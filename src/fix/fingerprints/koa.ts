import { defineFingerprint } from './fingerprint.ts'
import { header, sized, where } from './sign.ts'

/**
 * Koa capitalizes header names as usual and sends "Not Found" in nine bytes. Its CORS package has a list of methods in a
 * specific order, which Hono used to have too.
 */
export default defineFingerprint({
  id: 'koa',
  title: 'Koa',
  layer: 'app',
  builtOn: ['node-http'],
  signs: [
    where(header('medium', 'Access-Control-Allow-Methods', /^GET,HEAD,PUT,POST,DELETE,PATCH$/), ({ entry }) =>
      entry.response.headers.some(({ name }) => name === 'Access-Control-Allow-Methods'),
    ),
    header('low', 'Access-Control-Allow-Methods', /^GET,HEAD,PUT,POST,DELETE,PATCH$/),
    sized('low', { statuses: [404], lengths: ['9'], type: /^text\/plain; charset=utf-8$/ }),
  ],
})
