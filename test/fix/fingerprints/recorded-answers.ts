import { readdirSync, readFileSync } from 'node:fs'
import { chromeEntry, chromePreflight, type EntryDescription } from '../../make-har.ts'

const folder = new URL('./recorded/', import.meta.url)

/** The stacks whose answers were taken down from running servers, byte for byte. */
export const recordedStacks: readonly string[] = readdirSync(folder).map((file) =>
  file.replace(/\.http$/, ''),
)

/**
 * Returns a stack's answers as entries of a recording: those to requests of an allowed page and of another, to
 * preflights, and errors. Chrome keeps no bodies of what CORS blocked; `bodies: false` leaves out all of them.
 */
export function recordedAnswers(stack: string, { bodies }: { readonly bodies: boolean }): readonly object[] {
  const blocks = readFileSync(new URL(`${stack}.http`, folder), 'utf8')
    .split(/^### /m)
    .slice(1)
  return blocks.map((block, i) => {
    const [title = '', statusLine = '', ...rest] = block.trimEnd().split('\n')
    const end = rest.indexOf('')
    const lines = end === -1 ? rest : rest.slice(0, end)
    const body = end === -1 ? '' : rest.slice(end + 1).join('\n')
    const described: EntryDescription = {
      at: i * 1000,
      page: title.endsWith('evil') ? 'https://evil.example' : 'https://app.example',
      url: `https://api.test/${/404|500/.exec(title)?.[0] ?? 'items'}`,
      status: Number(statusLine.split(' ')[1]),
      response: headersOf(lines),
    }
    return title.startsWith('preflight')
      ? withBody(chromePreflight({ ...described, asks: 'content-type,x-request-id' }), bodies ? body : '')
      : withBody(chromeEntry(described), bodies ? body : '')
  })
}

/** Returns an entry whose response has a body. */
export function withBody(entry: object, text: string): object {
  if (!('response' in entry)) throw new Error('an entry without response')
  return text === '' ? entry : { ...entry, response: { ...(entry.response as object), content: { text } } }
}

function headersOf(lines: readonly string[]): Readonly<Record<string, readonly string[]>> {
  const headers: Record<string, string[]> = {}
  for (const line of lines) {
    const [name = ''] = line.split(':', 1)
    const values = headers[name] ?? []
    values.push(line.slice(name.length + 1).trim())
    headers[name] = values
  }
  return headers
}
