import { path } from '../fingerprints/sign.ts'
import { unchecked } from '../generators/proof.ts'
import { javascript } from '../generators/quote/javascript.ts'
import { defineSetting, originsOf } from './setting.ts'

/** The CORS setting of Socket.IO. */
export default defineSetting({
  id: 'socket-io',
  title: 'Socket.IO',
  kind: 'product',
  language: 'javascript',
  docs: 'https://socket.io/docs/v4/handling-cors/',
  syntax: javascript,
  proof: unchecked("it follows the vendor's documentation and source, and was not run"),
  fixed: [],
  signs: [path('high', /^\/socket\.io\//)],
  write: (policy) => ({
    lines: [
      'const io = new Server(httpServer, {',
      '  cors: {',
      `    origin: [${originsOf(policy).map(javascript.literal).join(', ')}],`,
      `    methods: [${policy.methods.map(javascript.literal).join(', ')}],`,
      ...(policy.headers.length === 0
        ? []
        : [`    allowedHeaders: [${policy.headers.map(javascript.literal).join(', ')}],`]),
      ...(policy.exposed.length === 0
        ? []
        : [`    exposedHeaders: [${policy.exposed.map(javascript.literal).join(', ')}],`]),
      `    credentials: ${policy.credentials},`,
      ...(policy.maxAge === null ? [] : [`    maxAge: ${policy.maxAge},`]),
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
