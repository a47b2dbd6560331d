/** A part of an origin. */
export type OriginPart = 'scheme' | 'host' | 'port'

/**
 * Returns the parts in which two origins differ, or null if one of them isn't a scheme, host and optional
 * port.
 */
export function differingParts(a: string, b: string): readonly OriginPart[] | null {
  const one = partsOf(a)
  const other = partsOf(b)
  if (one === null || other === null) return null
  const parts: readonly OriginPart[] = ['scheme', 'host', 'port']
  return parts.filter((part) => one[part] !== other[part])
}

function partsOf(origin: string): Record<OriginPart, string> | null {
  const match = /^([a-z][a-z0-9+.-]*):\/\/(\[[^\]]*\]|[^/:?#@]+)(?::(\d+))?$/i.exec(origin)
  return match === null ? null : { scheme: match[1] ?? '', host: match[2] ?? '', port: match[3] ?? '' }
}
