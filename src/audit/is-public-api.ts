import { isPrivate, isThisMachine } from '../knowledge/hosts.ts'
import { parseUrl } from '../parse-url.ts'
import type { Answers } from './answers.ts'
import { strangerProbe } from './reflections.ts'

/** Reports whether the audited URL is accessible to everybody: on the public network, without the user's headers. */
export function isPublicApi({ target, of }: Answers): boolean {
  const host = parseUrl(target.url)?.hostname ?? ''
  const status = of(strangerProbe(target)).response?.status ?? 0
  return (
    target.headers.length === 0 && !isPrivate(host) && !isThisMachine(host) && status >= 200 && status < 300
  )
}
