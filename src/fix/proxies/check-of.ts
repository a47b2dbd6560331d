import { isUrlOfThisMachine } from '../../knowledge/hosts.ts'
import { code, text } from '../../text/text.ts'
import { inEveryShell } from '../command/command-line.ts'
import type { CurlCheck } from '../generators/curl-checks.ts'
import { isPlainOrigin } from '../generators/refusal.ts'
import type { ProxiedApi } from './proxied-api.ts'

/** The URL and path with which a proxy is checked. */
export interface Asking {
  readonly to: string
  readonly address: string
  readonly serves: 'developers' | 'users'
}

/** Returns the command that checks whether a proxy returns the API's responses. */
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
