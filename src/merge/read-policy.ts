import type { CorsPolicy } from '../fix/policy/policy.ts'
import type { PolicyReport } from '../report/report.ts'
import { MergeError } from './merge-error.ts'
import { isObject, listIn, stringIn, stringsIn } from './untrusted.ts'

type AskedBy = PolicyReport['askedBy'][number]

const PARTS: readonly AskedBy['part'][] = ['origins', 'methods', 'headers', 'exposed', 'credentials']

/** Returns a policy of a report, checked. */
export function readPolicy(value: unknown, line: number): PolicyReport {
  const target = isObject(value) ? stringIn(value, 'target') : null
  const policy = isObject(value) ? policyIn(value['policy']) : null
  if (!isObject(value) || target === null || policy === null)
    throw new MergeError(line, 'a policy that is not one of a whycors report')
  return {
    target,
    policy,
    leftOut: listIn(value, 'leftOut').flatMap((one) => {
      const origin = isObject(one) ? stringIn(one, 'origin') : null
      const why = isObject(one) ? stringIn(one, 'why') : null
      return origin === null || why === null ? [] : [{ origin, why }]
    }),
    askedBy: listIn(value, 'askedBy').flatMap((one) => {
      const part = isObject(one) ? PARTS.find((name) => name === one['part']) : undefined
      const asked = isObject(one) ? stringIn(one, 'value') : null
      if (part === undefined || asked === null || !isObject(one)) return []
      return [{ part, value: asked, entries: listIn(one, 'entries').flatMap(entryIn) }]
    }),
  }
}

function policyIn(value: unknown): CorsPolicy | null {
  if (!isObject(value)) return null
  const { credentials, maxAge } = value
  const list = (name: string): readonly string[] => stringsIn(listIn(value, name))
  const lists = { methods: list('methods'), headers: list('headers'), exposed: list('exposed') }
  const grants = { ...lists, maxAge: typeof maxAge === 'number' ? maxAge : null }
  if (value['origins'] === '*')
    return credentials === true ? null : { ...grants, origins: '*', credentials: false }
  const [first, ...rest] = list('origins')
  return first === undefined
    ? null
    : { ...grants, origins: [first, ...rest], credentials: credentials === true }
}

function entryIn(value: unknown): AskedBy['entries'] {
  if (!isObject(value)) return []
  const { file, entry } = value
  return Number.isSafeInteger(file) && Number.isSafeInteger(entry)
    ? [{ file: file as number, entry: entry as number }]
    : []
}
