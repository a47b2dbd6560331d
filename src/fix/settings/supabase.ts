import { host, path } from '../fingerprints/sign.ts'
import { unchecked } from '../generators/proof.ts'
import { javascript } from '../generators/quote/javascript.ts'
import { defineSetting, originsOf } from './setting.ts'

/** The CORS setting of Supabase Edge Functions. */
export default defineSetting({
  id: 'supabase',
  title: 'Supabase Edge Functions',
  kind: 'product',
  language: 'typescript',
  docs: 'https://supabase.com/docs/guides/functions/cors',
  syntax: javascript,
  proof: unchecked("it follows the vendor's documentation and source, and was not run"),
  fixed: [],
  signs: [path('high', /^\/functions\/v1\//), host('medium', /\.supabase\.(co|in)$/)],
  write: (policy) => ({
    lines: [
      `const ORIGINS = [${originsOf(policy).map(javascript.literal).join(', ')}]`,
      'const cors = (request: Request) => {',
      "  const origin = request.headers.get('Origin') ?? ''",
      '  return {',
      "    'Access-Control-Allow-Origin': ORIGINS.includes('*') ? '*' : ORIGINS.includes(origin) ? origin : ORIGINS[0],",
      `    'Access-Control-Allow-Headers': ${javascript.literal([...new Set(['authorization', 'x-client-info', 'apikey', 'content-type', ...policy.headers])].join(', '))},`,
      `    'Access-Control-Allow-Methods': ${javascript.literal(policy.methods.join(', '))},`,
      ...(policy.exposed.length === 0
        ? []
        : [`    'Access-Control-Expose-Headers': ${javascript.literal(policy.exposed.join(', '))},`]),
      ...(policy.credentials ? ["    'Access-Control-Allow-Credentials': 'true',"] : []),
      ...(policy.maxAge === null ? [] : [`    'Access-Control-Max-Age': '${policy.maxAge}',`]),
      "    Vary: 'Origin',",
      '  }',
      '}',
      "// First in the handler: if (request.method === 'OPTIONS') return new Response('ok', { headers: cors(request) })",
      '// and on every response, errors too: new Response(body, { headers: cors(request) })',
    ],
    where:
      'In a file that the functions import, such as `supabase/functions/_shared/cors.ts`; deploy with `supabase functions deploy`. It takes effect with the next deployment.',
    notes: [
      'The REST, auth and storage APIs of a hosted project allow every website: a refusal there is an error with another reason, such as a wrong key.',
      "A 401 before the function runs is the gateway's: `verify_jwt = false` for the function in `supabase/config.toml` lets preflights through.",
    ],
  }),
})
