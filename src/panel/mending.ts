import { type CorsPolicy, type Explanation, type HeaderLine, type Message, policyLines } from '../index.ts'

/** A line that decides, and what it should be instead. */
export interface Mending {
  readonly message: Message
  readonly status: number | null
  readonly now: readonly HeaderLine[]
  readonly instead: readonly { readonly name: string; readonly value: string }[]
}

/** Returns the guilty lines of each message with what the plan puts in their place: the answer, at a glance. */
export function mendingsOf({ sequence, plan }: Explanation): readonly Mending[] {
  return sequence.flatMap((message): readonly Mending[] => {
    const now = message.response.filter(({ guilty }) => guilty)
    const status = message.status?.guilty === true ? message.status.code : null
    if (now.length === 0 && status === null) return []
    return [{ message, status, now, instead: insteadOf(now, plan?.policy ?? null) }]
  })
}

function insteadOf(now: readonly HeaderLine[], policy: CorsPolicy | null): Mending['instead'] {
  if (policy === null) return []
  const names = new Set(now.map(({ name }) => name.toLowerCase()))
  return policyLines(policy).filter(({ name }) => names.has(name.toLowerCase()))
}
