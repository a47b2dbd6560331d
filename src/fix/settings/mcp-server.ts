import { header, path } from '../fingerprints/sign.ts'
import { runOn } from '../generators/proof.ts'
import { javascript } from '../generators/quote/javascript.ts'
import type { CorsPolicy } from '../policy/policy.ts'
import { corsOptions } from './cors-options.ts'
import { defineSetting } from './setting.ts'

/** What every client of the transport uses, even if it wasn't recorded. */
const METHODS = ['GET', 'POST', 'DELETE']
const HEADERS = [
  'content-type',
  'authorization',
  'accept',
  'mcp-protocol-version',
  'mcp-session-id',
  'last-event-id',
  'mcp-method',
  'mcp-name',
]
const EXPOSED = ['Mcp-Session-Id', 'WWW-Authenticate', 'Last-Event-Id', 'Mcp-Protocol-Version']

const withTransport = (policy: CorsPolicy): CorsPolicy => ({
  ...policy,
  methods: [...new Set([...METHODS, ...policy.methods])],
  headers: [...new Set([...HEADERS, ...policy.headers])],
  exposed: [...new Set([...EXPOSED, ...policy.exposed])],
})

/** The CORS setting of MCP server (TypeScript SDK, Express). */
export default defineSetting({
  id: 'mcp-server',
  title: 'MCP server (TypeScript SDK, Express)',
  kind: 'product',
  language: 'javascript',
  docs: 'https://modelcontextprotocol.io/specification/latest/basic/transports',
  syntax: javascript,
  proof: runOn('@modelcontextprotocol/sdk 1.32.2'),
  fixed: [],
  signs: [header('high', 'Mcp-Session-Id'), path('medium', /^\/mcp\/?$/)],
  write: (policy) => ({
    lines: [
      'app.use(',
      '  cors({',
      ...corsOptions(withTransport(policy)).map((line) => `    ${line}`),
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
