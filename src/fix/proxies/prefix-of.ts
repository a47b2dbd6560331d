/**
 * Returns the path under which a page's own origin hands out an API: `/proxy/` and the API's host. It names the port
 * of all that is not https on its own port, so that no two APIs of one recording share a path.
 */
export function prefixOf(target: string): string {
  const { protocol, hostname, port } = new URL(target)
  const host = hostname.replace(/[^a-z0-9._-]/g, '-')
  const explicit = port === '' && protocol === 'http:' ? '80' : port
  return `/proxy/${host}${explicit === '' ? '' : `-${explicit}`}`
}
