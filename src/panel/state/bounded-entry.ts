import { CUT } from '../../internal.ts'
import { field, listIn, stringIn } from '../parts/untrusted.ts'

/** Of the body of a request so many characters are kept, of a stack so many frames and parents, and so many cookies. */
const MOST_OF_BODY = 1 << 14
const MOST_FRAMES = 20
const MOST_PARENTS = 3
const MOST_COOKIES = 40

/**
 * Returns an entry as it was recorded, with what is read of it later and no more: without response bodies, with the beginning
 * of a request's body, the innermost frames of a stack, and of cookies what was sent. The rest is what makes recordings large.
 */
export function boundedEntry(entry: unknown): unknown {
  if (!isObject(entry)) return null
  // What some browsers write beside it is as long as they like.
  const { request, response, _initiator, cache: _, _webSocketMessages: __, _chunks: ___, ...rest } = entry
  return {
    ...rest,
    ...(request === undefined ? {} : { request: boundedRequest(request) }),
    ...(response === undefined ? {} : { response: boundedResponse(response) }),
    ...(_initiator === undefined ? {} : { _initiator: boundedInitiator(_initiator) }),
  }
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null

function boundedRequest(request: unknown): unknown {
  if (!isObject(request)) return request
  const { cookies, queryString: _, postData, ...rest } = request
  return {
    ...rest,
    ...(cookies === undefined ? {} : { cookies: cookiesIn(request) }),
    ...(isObject(postData)
      ? { postData: { mimeType: stringIn(postData, 'mimeType'), text: cut(stringIn(postData, 'text')) } }
      : {}),
  }
}

function boundedResponse(response: unknown): unknown {
  if (!isObject(response)) return response
  const { cookies: _, content, ...rest } = response
  if (!isObject(content)) return content === undefined ? rest : { ...rest, content }
  const { text: __, encoding: ___, ...about } = content
  return { ...rest, content: about }
}

const cookiesIn = (request: object): readonly object[] =>
  listIn(request, 'cookies')
    .slice(0, MOST_COOKIES)
    .map((cookie) => ({ name: stringIn(cookie, 'name'), value: stringIn(cookie, 'value') }))

function boundedInitiator(initiator: unknown): unknown {
  if (!isObject(initiator)) return initiator
  const { stack: recorded, ...rest } = initiator
  const stack = boundedStack(recorded, MOST_PARENTS)
  return stack === undefined ? rest : { ...rest, stack }
}

function boundedStack(stack: unknown, parents: number): object | undefined {
  if (!isObject(stack)) return undefined
  const parent = parents === 0 ? undefined : boundedStack(field(stack, 'parent'), parents - 1)
  return {
    ...(stringIn(stack, 'description') === '' ? {} : { description: stringIn(stack, 'description') }),
    callFrames: listIn(stack, 'callFrames').slice(0, MOST_FRAMES),
    ...(parent === undefined ? {} : { parent }),
  }
}

/** A part of a large string would keep all of it in memory; joined anew it doesn't. */
function cut(text: string): string {
  if (text.length <= MOST_OF_BODY || text.endsWith(CUT)) return text
  return `${JSON.parse(JSON.stringify(text.slice(0, MOST_OF_BODY)))}${CUT}`
}
