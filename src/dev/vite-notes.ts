import type { Diagnosis } from '../internal.ts'
import { proxyRule } from './proxy-rule.ts'
import type { ViteServerConfig } from './vite-server-config.ts'

/**
 * Returns the notes on a blocked response of Vite: what responds to preflights, and what reaches the API behind
 * `server.proxy`. https://vite.dev/config/server-options#server-cors
 */
export function viteNotes(
  { verdict: { exchange } }: Diagnosis,
  { cors, proxy }: ViteServerConfig,
  option: 'server' | 'preview',
): readonly string[] {
  const rule = proxyRule(exchange.url, proxy)
  const behind = rule === null ? null : `the API behind \`${option}.proxy\` (\`${rule}\`)`
  const isPreflighted = exchange.chain[0].preflight !== null
  if (cors === false)
    return [
      `Vite's \`${option}.cors\` is \`false\`, so Vite sends no CORS headers${behind === null ? '' : `: those of the response are from ${behind}`}.`,
    ]
  return [
    isDefault(cors)
      ? `Vite's \`${option}.cors\` has its default, which allows only pages on \`localhost\`, \`127.0.0.1\` and \`[::1]\`.`
      : `Vite's \`${option}.cors\` is set in your configuration.`,
    ...(isPreflighted
      ? [
          behind === null
            ? `Vite responded to the preflight itself.`
            : `Vite responded to the preflight itself, so ${behind} never received it.`,
        ]
      : []),
    ...(behind === null
      ? []
      : [
          `If ${behind} sends \`Access-Control-Allow-Origin\` too, its value replaces Vite's in the response.`,
          'A page that Vite serves needs no CORS for this path: call it without the host, and the request is same-origin.',
        ]),
  ]
}

/** The default is an object that only has a pattern for local hosts. */
const isDefault = (cors: unknown): boolean =>
  cors === undefined ||
  (typeof cors === 'object' &&
    cors !== null &&
    Object.keys(cors).length === 1 &&
    'origin' in cors &&
    cors.origin instanceof RegExp &&
    cors.origin.source.includes('localhost') &&
    cors.origin.source.includes('127'))
