/** Returns a URL cut in its middle so that it is at most `length` characters long; host and path end stay. */
export function shortUrl(url: string, length: number): string {
  const bare = url.length > length ? url.replace(/\?.*$/s, '?…') : url
  if (bare.length <= length) return bare
  const tail = Math.floor((length - 1) / 3)
  return `${bare.slice(0, length - 1 - tail)}…${bare.slice(bare.length - tail)}`
}
