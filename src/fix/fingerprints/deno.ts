import { defineFingerprint } from './fingerprint.ts'
import { header, host, where } from './sign.ts'

/**
 * Deno Deploy, and the functions of Supabase, which are Deno.
 */
export default defineFingerprint({
  id: 'deno',
  title: 'Deno',
  layer: 'app',
  signs: [
    header('high', 'Server', /^deno\b/i),
    host('high', /\.deno\.(dev|net)$/),
    where(host('high', /\.supabase\.co$/), ({ path }) => path.startsWith('/functions/v1/')),
    host('high', /\.functions\.supabase\.co$/),
  ],
})
