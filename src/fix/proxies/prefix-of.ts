/**
 * Returns the path on the page's own origin for an API: `/proxy/` and the API's host, with the port unless it's https on
 * the default port, so that no two APIs of one recording share a path.
 */
export function prefixOf(target: string): string {
  const { protocol, hostname, port } = new URL(target)
  const host = hostname.replace(/[^a-z0-9._-]/g, '-')
  const explicit = port === '' && protocol === 'http:' ? '80' : port
  return `/proxy/${host}${explicit === '' ? '' : `-${explicit}`}`
}
