import type { Message } from './message.ts'

/** A request and its response; the text may lack one of them. */
export interface TextExchange {
  readonly request: Message | null
  readonly response: Message | null
}

/** Pairs responses with requests: each with the request before it, or the one after it if there is none before. */
export function exchangesIn(messages: readonly Message[]): readonly TextExchange[] {
  const exchanges: { request: Message | null; response: Message | null }[] = []
  for (const message of messages) {
    const last = exchanges.at(-1)
    if (message.side === 'request') {
      const isOfLast = last !== undefined && last.request === null && exchanges.length === 1
      if (isOfLast) last.request = message
      else exchanges.push({ request: message, response: null })
    } else if (isInterim(message)) continue
    else if (last !== undefined && last.response === null) last.response = message
    else exchanges.push({ request: null, response: message })
  }
  return exchanges
}

/** `100 Continue` and the like come before the response. */
const isInterim = ({ status }: Message): boolean => status !== null && status < 200
