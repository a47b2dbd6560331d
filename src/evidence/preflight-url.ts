import { withoutFragment } from './redirect-target.ts'

/**
 * Returns the URL that a preflight for a URL is sent to: without its fragment, and without the user name and password,
 * which recordings keep only in the URL of the actual request.
 */
export function preflightUrl(url: string): string {
  const plain = withoutFragment(url)
  const authority = /^(https?:\/\/)([^/?#]*)@/.exec(plain)
  return authority === null ? plain : `${authority[1]}${plain.slice(authority[0].length)}`
}
