import { isName } from '../fetch/header-list.ts'
import { type Answer, allowsByName } from './answer.ts'
import { STRANGER } from './foreign-host.ts'
import type { Lint } from './lint.ts'
import { getBy, type Probe, preflightBy } from './probe.ts'
import type { AuditTarget } from './target.ts'

/** Returns the request of a page that has nothing to do with the API. */
export const strangerProbe = (target: AuditTarget): Probe =>
  getBy(target, STRANGER, 'is an unknown website allowed?')

/** Returns the preflight of such a page. */
export const strangerPreflight = (target: AuditTarget): Probe =>
  preflightBy(target, STRANGER, { method: 'GET' }, 'does an unknown website pass the preflight?')

/** Returns the requests of such a page: a plain one, one with a cookie (some servers allow others then), a preflight. */
export const strangersOf = (target: AuditTarget): readonly Probe[] => [
  strangerProbe(target),
  ...(target.headers.some(({ name }) => isName(name, 'Cookie'))
    ? []
    : [
        {
          ...strangerProbe(target),
          headers: [...target.headers, COOKIE],
          purpose: 'and with a cookie?',
        },
      ]),
  strangerPreflight(target),
]

const COOKIE = { name: 'Cookie', value: 'whycorsaudit=1' }

/** Returns the responses that allow an unknown website by its name: actual ones; a preflight alone lets it read nothing. */
export const reflections = ({
  target,
  of,
}: Parameters<Lint<string, unknown>['finds']>[0]): readonly Answer[] =>
  strangersOf(target)
    .filter(({ method }) => method === 'GET')
    .map(of)
    .filter(allowsByName)
