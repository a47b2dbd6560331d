import { header, path } from '../fingerprints/sign.ts'
import { unchecked } from '../generators/proof.ts'
import { javascript } from '../generators/quote/javascript.ts'
import { defineSetting, originsOf } from './setting.ts'

/** The CORS setting of MCP server (TypeScript SDK, Express). */
export default defineSetting({
  id: 'mcp-server',
  title: 'MCP server (TypeScript SDK, Express)',
  kind: 'product',
  language: 'javascript',
  docs: 'https://modelcontextprotocol.io/specification/latest/basic/transports',
  syntax: javascript,
  proof: unchecked("it follows the vendor's documentation and source, and was not run"),
  fixed: [],
  signs: [header('high', 'Mcp-Session-Id'), path('medium', /^\/mcp\/?$/)],
  write: (policy) => ({
    lines: [
      'app.use(',
      '  cors({',
      `    origin: [${originsOf(policy).map(javascript.literal).join(', ')}],`,
      `    methods: [${[...new Set(['GET', 'POST', 'DELETE', ...policy.methods])].map(javascript.literal).join(', ')}],`,
      `    allowedHeaders: [${[...new Set(['content-type', 'authorization', 'accept', 'mcp-protocol-version', 'mcp-session-id', 'last-event-id', 'mcp-method', 'mcp-name', ...policy.headers])].map(javascript.literal).join(', ')}],`,
      `    exposedHeaders: [${[...new Set(['Mcp-Session-Id', 'WWW-Authenticate', 'Last-Event-Id', 'Mcp-Protocol-Version', ...policy.exposed])].map(javascript.literal).join(', ')}],`,
      `    credentials: ${policy.credentials},`,
      ...(policy.maxAge === null ? [] : [`    maxAge: ${policy.maxAge},`]),
      '  }),',
      ')',
    ],
    where:
      'Before the routes and before any authentication; the package comes with `npm install cors`. Restart it for the change to take effect.',
    notes: [
      "Without an exposed `Mcp-Session-Id` every second request is a 400; without `WWW-Authenticate` the client can't find the sign-in.",
      '`/.well-known/oauth-protected-resource` and the documents and endpoints of the authorization server need the same headers.',
    ],
  }),
})
