import type { AuditReport } from '../../internal.ts'

/** One line of the messages that show a finding. */
export interface EvidenceLine {
  readonly kind: 'request' | 'sent' | 'received'
  readonly words: string
}

/** Returns the evidence of a finding as lines of its requests and responses, each message with its request line. */
export function evidenceLines(
  { evidence }: AuditReport['findings'][number],
  requests: AuditReport['requests'],
): readonly EvidenceLine[] {
  const indexes = [...new Set(evidence.map(({ request }) => request))]
  return indexes.flatMap((index) => {
    const request = requests[index]
    if (request === undefined) return []
    const own = evidence.filter((one) => one.request === index)
    return [
      { kind: 'request', words: `${request.method} ${request.url}` } as const,
      ...own.flatMap(({ field, value }): readonly EvidenceLine[] => {
        if (field === 'response.status') return [{ kind: 'received', words: value ?? '' }]
        const [, side, name = ''] = /^(request|response)\.headers\.(.*)$/s.exec(field) ?? []
        if (side === undefined) return []
        const words = value === null ? `(no ${name})` : `${name}: ${value}`
        return [{ kind: side === 'request' ? 'sent' : 'received', words }]
      }),
    ]
  })
}
