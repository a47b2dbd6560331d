import type { ViteServerConfig } from './vite-server-config.ts'

/** Returns the rule of `server.proxy` that a URL matches, or null. */
export function proxyRule(url: string, proxy: ViteServerConfig['proxy'] = {}): string | null {
  const { pathname, search } = new URL(url)
  return Object.keys(proxy).find((rule) => matches(rule, `${pathname}${search}`)) ?? null
}

/** Vite compares a key with the beginning of the path, or uses it as a regular expression if it begins with `^`. */
function matches(rule: string, path: string): boolean {
  if (!rule.startsWith('^')) return path.startsWith(rule)
  try {
    return new RegExp(rule).test(path)
  } catch {
    return false
  }
}
