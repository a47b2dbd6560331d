import { isUrlOfThisMachine } from '../../knowledge/hosts.ts'
import { code, text } from '../../text/text.ts'
import { inEveryShell } from '../command/command-line.ts'
import type { CurlCheck } from '../generators/curl-checks.ts'
import { isPlainOrigin } from '../generators/refusal.ts'
import type { ProxiedApi } from './proxied-api.ts'

/** Where a proxy is asked, and for what. */
export interface Asking {
  readonly to: string
  readonly address: string
  readonly serves: 'developers' | 'users'
}

/** Returns the command that shows whether a proxy hands out what the API answers. */
export function checkOf({ page, urls }: ProxiedApi, { to, address, serves }: Asking): CurlCheck {
  const isThere = page !== null && isPlainOrigin(page) && (serves === 'users' || isUrlOfThisMachine(page))
  const [asked] = urls
  const url = `${isThere ? page : address}${to}`
  const forms = inEveryShell(() => [['--silent --show-error --globoff --include'], ['', url]])
  return {
    command: forms.bash,
    forms,
    expect: text`The status and body that ${code(asked)} has in curl. If you get a page of your own instead, the proxy doesn't handle the path: restart the server, and check that nothing before it responds.`,
  }
}
