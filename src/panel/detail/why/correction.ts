import {
  type CorsPolicy,
  type Explanation,
  type HeaderLine,
  type Message,
  policyLines,
} from '../../../internal.ts'

/** A line that decides, and its correct value. */
export interface Correction {
  readonly message: Message
  readonly status: number | null
  readonly now: readonly HeaderLine[]
  readonly instead: readonly { readonly name: string; readonly value: string }[]
}

/** Returns the wrong lines of each message with their replacement in the plan. */
export function correctionsOf({ sequence, plan }: Explanation): readonly Correction[] {
  return sequence.flatMap((message): readonly Correction[] => {
    const now = message.response.filter(({ guilty }) => guilty)
    const status = message.status?.guilty === true ? message.status.code : null
    if (now.length === 0 && status === null) return []
    return [{ message, status, now, instead: insteadOf(now, plan?.policy ?? null) }]
  })
}

function insteadOf(now: readonly HeaderLine[], policy: CorsPolicy | null): Correction['instead'] {
  if (policy === null) return []
  return policyLines(policy).flatMap(({ name, value }) => {
    const lines = now.filter((line) => line.name.toLowerCase() === name.toLowerCase())
    return lines.length === 0 ? [] : [{ name, value: isList(name) ? added(lines, value) : value }]
  })
}

const isList = (name: string): boolean => /^access-control-allow-(methods|headers)$/i.test(name)

/** The existing names of a list are kept; a wildcard or an invalid list is replaced. */
function added(lines: readonly HeaderLine[], value: string): string {
  const items = (text: string): readonly string[] => text.split(',').map((item) => item.trim())
  const before = items(lines.map((line) => line.value ?? '').join(',')).filter((item) => item !== '')
  if (!before.every((item) => /^[!#$%&'+\-.^_`|~\w]+$/.test(item))) return value
  const ofHeaders = /headers$/i.test(lines[0]?.name ?? '')
  const has = new Set(ofHeaders ? before.flatMap((one) => [one, one.toLowerCase()]) : before)
  return [...before, ...items(value).filter((item) => !has.has(item))].join(', ')
}
