import { isPrivate } from '../../knowledge/hosts.ts'
import { parseUrl } from '../../parse-url.ts'
import { code, text } from '../../text/text.ts'
import { allowsAll } from '../answer.ts'
import { grantIn } from '../evidenced.ts'
import { defineLint } from '../lint.ts'
import { strangerProbe } from '../reflections.ts'

/**
 * An API that only a local network reaches lets every website read it.
 *
 * Example: `Access-Control-Allow-Origin: *` from `http://192.168.1.10/`.
 */
export default defineLint({
  id: 'wildcard-on-private-network',
  means: 'An API in a local network allows every website.',
  cwe: 'CWE-942',
  correction: 'list-origins',
  probes: (target) => [strangerProbe(target)],
  finds: ({ target, of }) => {
    const answer = of(strangerProbe(target))
    const host = parseUrl(target.url)?.hostname ?? ''
    return isPrivate(host) && allowsAll(answer) ? { answer, host } : null
  },
  severity: () => 'medium',
  says: ({ host }) => ({
    summary: text`The API in a local network (${code(host)}) allows every website.`,
    detail: text`Only the network protects it. Any website that somebody there visits can read it, unless the browser refuses requests to local networks.`,
  }),
  evidence: ({ answer }) => grantIn(answer),
  fix: () => text`Allow only the origins of your own pages.`,
})
