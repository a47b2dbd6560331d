import { readFileSync } from 'node:fs'
import { Ajv } from 'ajv'
import { parseUrl } from '../../src/parse-url.ts'

const ajv = new Ajv({ allErrors: true, strict: false, unicodeRegExp: false })
  .addFormat(
    'uri',
    (value) => /^[a-z][a-z0-9+.-]*:/i.test(value) && isReference(value) && parseUrl(value) !== null,
  )
  .addFormat('uri-reference', isReference)
  .addFormat('date-time', (value) => /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$/.test(value))

/** RFC 3986: no other characters, and a percent sign begins an escape. */
function isReference(value: string): boolean {
  return (
    /^(?:[\w\-.~:/?#[\]@!$&'()*+,;=]|%[0-9a-f]{2})*$/i.test(value) && parseUrl(value, 'file:///a/') !== null
  )
}

// It says that it keeps to draft 4, and has nothing in it that means something else in draft 7.
const {
  $schema: _,
  id: _id,
  ...schema
} = JSON.parse(readFileSync('test/sarif/sarif-2.1.0-rtm.5.json', 'utf8'))
const isLog = ajv.compile(schema)

/** Returns what a SARIF log has that the official schema refuses; empty for a valid one. */
export function sarifFaults(log: unknown): readonly string[] {
  isLog(log)
  return (isLog.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`)
}
