import { path } from '../fingerprints/sign.ts'
import { runOn } from '../generators/proof.ts'
import { javascript } from '../generators/quote/javascript.ts'
import { corsOptions } from './cors-options.ts'
import { defineSetting } from './setting.ts'

/** The CORS setting of Socket.IO. */
export default defineSetting({
  id: 'socket-io',
  title: 'Socket.IO',
  kind: 'product',
  language: 'javascript',
  docs: 'https://socket.io/docs/v4/handling-cors/',
  syntax: javascript,
  proof: runOn('Socket.IO 4.8.4'),
  fixed: [],
  signs: [path('high', /^\/socket\.io\//)],
  write: (policy) => ({
    lines: [
      'const io = new Server(httpServer, {',
      '  cors: {',
      ...corsOptions(policy).map((line) => `    ${line}`),
      '  },',
      '})',
    ],
    where:
      'Where the server is created, in place of `new Server(httpServer)`. Restart it for the change to take effect.',
    notes: [
      '`app.use(cors())` in Express has no effect on it: Socket.IO responds before Express.',
      'With `withCredentials: true` in the client, `credentials: true` is needed here. Version 2 has `origins` instead.',
    ],
  }),
})
