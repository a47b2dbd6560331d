import { createHash } from 'node:crypto'
import { sleep } from '../../src/start/chromium/wait-for.ts'
import { headerOf, type LabReply, type LabRequest } from '../engines/lab/http-connection.ts'
import type { Answer, Answers, Served, Situation } from './situation.ts'
import { urlOf } from './urls.ts'

/** Returns the answers of a situation's server to the requests that arrive for it. */
export function makeServer(situation: Situation): (at: string, request: LabRequest) => Promise<LabReply> {
  const counts = new Map<string, number>()
  return async (at, request) => {
    const served = situation.serves[at]
    if (served === undefined) return { status: 404, headers: [], body: '' }
    const isPreflight =
      request.method === 'OPTIONS' && headerOf(request, 'access-control-request-method') !== ''
    const key = `${isPreflight} ${at}`
    const count = counts.get(key) ?? 0
    counts.set(key, count + 1)
    const answer = numbered(answersTo(served, isPreflight), count)
    const hasStored = headerOf(request, 'if-none-match') + headerOf(request, 'if-modified-since') !== ''
    return replyOf(situation, hasStored ? (answer.ifStored ?? answer) : answer, request)
  }
}

const answersTo = (served: Served, isPreflight: boolean): Answers =>
  'preflight' in served ? (isPreflight ? served.preflight : served.actual) : served

function numbered(answers: Answers, index: number): Answer {
  const list = [answers].flat()
  return list[Math.min(index, list.length - 1)] ?? {}
}

async function replyOf(situation: Situation, answer: Answer, request: LabRequest): Promise<LabReply> {
  if (answer.delay !== undefined) await sleep(answer.delay)
  if (answer.drop) return null
  if (answer.raw !== undefined)
    return { raw: fillIn(situation, answer.raw, request), open: answer.open ?? false }
  const headers = Object.entries(answer.headers ?? {}).map(([name, value]): [string, string] => [
    name,
    fillIn(situation, value, request),
  ])
  const type: [string, string][] =
    answer.status === 304 ? [] : [['Content-Type', answer.type ?? 'text/plain']]
  return { status: answer.status ?? 200, headers: [...headers, ...type], body: answer.body ?? 'lab' }
}

/**
 * Replaces `$origin` by the request's origin, `$accept` by what accepts its WebSocket, and `$(NAME)` by the situation's
 * URL of that name.
 */
const fillIn = (situation: Situation, value: string, request: LabRequest): string =>
  value
    .replaceAll('$origin', headerOf(request, 'origin'))
    .replaceAll('$accept', acceptOf(headerOf(request, 'sec-websocket-key')))
    .replace(/\$\(([^)]+)\)/g, (_, at: string) => urlOf(situation, at))

/** https://www.rfc-editor.org/rfc/rfc6455#section-4.2.2 */
const acceptOf = (key: string): string =>
  createHash('sha1').update(`${key}258EAFA5-E914-47DA-95CA-C5AB0DC85B11`).digest('base64')
