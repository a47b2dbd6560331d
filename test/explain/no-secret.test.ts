import { describe, expect, it } from 'vitest'
import { readHarText } from '../../src/har/read-har.ts'
import { diagnose, redacting } from '../../src/internal.ts'
import { whycors } from '../cli/run-whycors.ts'
import { chromeEntry, chromePreflight, type EntryDescription, harText } from '../make-har.ts'
import { panelText } from './panel-text.ts'

const SECRET = 'kQ2vL7mNp4RtY8wBcZx9'
const JWT = `eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiI${SECRET}.${SECRET}`

/** Where a secret may be in an exchange. */
const PLANTS: Readonly<Record<string, EntryDescription>> = {
  cookie: { request: { Cookie: `session=${SECRET}; other=${SECRET}` } },
  'set-cookie': { response: { 'Set-Cookie': `session=${SECRET}; Path=/; HttpOnly` } },
  bearer: { request: { Authorization: `Bearer ${JWT}` } },
  basic: { request: { Authorization: `Basic ${SECRET}` } },
  'api key in a header': { request: { 'X-Api-Key': SECRET } },
  'token in a header': { request: { 'X-Auth-Token': SECRET } },
  'token in a header of no telling name': { request: { 'X-Whatever': JWT } },
  'api key in the query': { url: `https://api.test/items?api_key=${SECRET}&page=2` },
  'token in the query': { url: `https://api.test/items?access_token=${SECRET}` },
  'signed URL': {
    url: `https://api.test/a.png?X-Amz-Credential=${SECRET}&X-Amz-Signature=${SECRET}&X-Amz-Security-Token=${SECRET}`,
  },
  'user in the URL': { url: `https://user:${SECRET}@api.test/items` },
  'token in the path': { url: `https://api.test/hooks/${JWT}/items` },
  'token in Location': {
    status: 302,
    response: { Location: `https://login.test/authorize?state=${SECRET}&code=${SECRET}` },
  },
  'fragment in Location': {
    status: 302,
    response: { Location: `https://app.example/done#access_token=${SECRET}` },
  },
  'token in Access-Control-Allow-Origin': {
    response: { 'Access-Control-Allow-Origin': `https://app.example/?token=${SECRET}` },
  },
  'token in the referrer': { request: { Referer: `https://app.example/?access_token=${SECRET}` } },
  bodies: {
    fields: {
      request: { postData: { mimeType: 'application/json', text: `{"password":"${SECRET}"}` } },
      response: { content: { mimeType: 'application/json', text: `{"token":"${SECRET}"}`, size: 40 } },
    },
  },
}

const ALLOWED = { 'Access-Control-Allow-Origin': 'https://app.example' }

/** What becomes of the exchange that has the secret. */
const SITUATIONS: Readonly<Record<string, (plant: EntryDescription) => readonly object[]>> = {
  'is blocked': (plant) => [entryWith(plant, {})],
  'is shared': (plant) => [entryWith(plant, { response: { ...ALLOWED, ...plant.response } })],
  'has credentials that are refused': (plant) => [
    entryWith(plant, {
      credentials: 'include',
      response: { 'Access-Control-Allow-Origin': '*', ...plant.response },
    }),
  ],
  'is stopped by its preflight': (plant) => [
    entryWith(plant, { method: 'PUT', status: 0, error: 'net::ERR_FAILED' }),
    chromePreflight({
      ...(plant.url === undefined ? {} : { url: plant.url }),
      method: 'PUT',
      asks: 'authorization,x-api-key',
      response: ALLOWED,
    }),
  ],
  'has no response': (plant) => [entryWith(plant, { status: 0, error: 'net::ERR_CONNECTION_REFUSED' })],
}

/** Returns an entry with what is planted; fields of request and response are added to those that browsers write. */
function entryWith({ fields = {}, ...plant }: EntryDescription, situation: EntryDescription): object {
  const entry = chromeEntry({ ...plant, ...situation }) as Readonly<Record<string, object>>
  return {
    ...entry,
    request: { ...entry['request'], ...(fields['request'] as object | undefined) },
    response: { ...entry['response'], ...(fields['response'] as object | undefined) },
  }
}

const cases = Object.entries(SITUATIONS).flatMap(([situation, entriesOf]) =>
  Object.entries(PLANTS).map(([place, plant]) => ({ place, situation, har: harText(entriesOf(plant)) })),
)

const shownParts = (out: string): readonly string[] => out.split('\n').filter((line) => line.includes(SECRET))

describe.each(cases)('no secret is shown where one is in $place and the request $situation', ({ har }) => {
  it.each(['text', 'markdown', 'json', 'sarif'])('as %s', async (format) => {
    const { out, err } = await whycors(['explain', 'a.har', '--all', '--format', format], { 'a.har': har })
    expect(har).toContain(SECRET)
    expect(shownParts(out + err)).toEqual([])
  })

  it('in the configuration that fixes it', async () => {
    const { out, err } = await whycors(['fix', 'a.har', '--for', 'express'], { 'a.har': har })
    expect(shownParts(out + err)).toEqual([])
  })

  it('in the panel', async () => {
    const read = readHarText(har, 0, 'a.har')
    const diagnoses = diagnose(read.recording, read.entries, { engine: null, show: redacting.value })
    const examined = {
      recording: read.recording,
      entries: read.entries.length,
      diagnoses,
      skipped: [],
      truncated: null,
    }
    for (const diagnosis of diagnoses)
      expect(shownParts(await panelText(diagnosis, examined, { whole: true }))).toEqual([])
  })
})
