import type { Bug } from '../bug.ts'
import { type Redaction, redactText } from '../redact/redact-text.ts'
import { plain } from '../text/plain.ts'
import type { Text } from '../text/text.ts'
import type { Answer } from './answer.ts'
import type { Audit } from './audit-api.ts'
import type { Found } from './find-all.ts'
import type { Probe } from './probe.ts'
import type { Severity } from './severity.ts'
import type { AuditTarget } from './target.ts'
import type { Undecided } from './undecided.ts'
import { wireRequestOf } from './wire-request-of.ts'

/** What an audit found, as one JSON document. New fields keep `format`; a change of meaning raises it. */
export interface AuditReport {
  readonly format: 1
  readonly tool: { readonly name: 'whycors'; readonly version: string }
  /** The audited URL. */
  readonly target: string
  /** The origins of the pages that the API is for. */
  readonly origins: readonly string[]
  /** The recognized kinds of server, the most likely first. */
  readonly servers: readonly {
    readonly id: string
    readonly title: string
    readonly confidence: 'high' | 'medium' | 'low'
  }[]
  /** Every request of the plan, in the order in which they were sent. */
  readonly requests: readonly AuditRequest[]
  /** The most serious first. */
  readonly findings: readonly AuditFinding[]
  /** What the responses leave open. */
  readonly undecided: readonly AuditUndecided[]
  /** Parts of WhyCORS that threw; the rest is complete. */
  readonly bugs?: readonly Bug[]
}

/** One request of an audit. */
export interface AuditRequest {
  readonly method: 'GET' | 'OPTIONS'
  readonly url: string
  readonly headers: readonly { readonly name: string; readonly value: string }[]
  /** What it finds out. */
  readonly purpose: string
  /** The status of the response; null: there was none. */
  readonly status: number | null
  /** Why there is no response: "not sent", "not needed" (the API allows every origin), "stopped", or the failure. */
  readonly why: string | null
}

/** A mistake in the API's CORS configuration. */
export interface AuditFinding {
  /** The id of the lint that found it. */
  readonly id: string
  readonly severity: Severity
  /** The weakness in the CWE list, such as "CWE-942"; null: a fault that isn't a weakness. */
  readonly cwe: string | null
  readonly summary: string
  readonly detail: string
  readonly evidence: readonly AuditEvidence[]
  /** What to change, with the framework's setting if the framework was recognized. */
  readonly fix: string
}

/** A place in a request or response that shows a mistake. */
export interface AuditEvidence {
  /** Index into `requests`. */
  readonly request: number
  /** Such as "response.headers.Access-Control-Allow-Origin". */
  readonly field: string
  /** null: there is no such header. */
  readonly value: string | null
}

/** Something that the responses leave open. */
export interface AuditUndecided {
  /** The ids of the lints that it is about; empty: a remark on the whole audit. */
  readonly lints: readonly string[]
  readonly why: string
}

/** The options for showing an audit. */
export interface AuditShowing {
  readonly version: string
  readonly redaction: Redaction
  /** Returns a sentence as shown in the report. Default: plain words, with values in backticks. */
  readonly say?: (words: Text) => string
}

/** Returns the report of an audit. */
export function toAuditReport(audit: Audit, showing: AuditShowing): AuditReport {
  const { redaction } = showing
  const say = showing.say ?? sayPlainly(redaction)
  return {
    ...headOf(audit.target, showing),
    servers: audit.frameworks.map(({ framework, title, confidence }) => ({
      id: framework,
      title,
      confidence,
    })),
    requests: audit.all.map((answer) => requestOf(answer.probe, answer, redaction)),
    findings: audit.found.map((found) => findingOf(found, redaction, say)),
    undecided: audit.undecided.map(({ lints, why }: Undecided) => ({ lints, why: say(why) })),
    ...(audit.bugs.length === 0
      ? {}
      : { bugs: audit.bugs.map((bug) => ({ ...bug, message: redaction.value(bug.message) })) }),
  }
}

/** Returns the report of an audit that wasn't run: only its requests. */
export const toPlanReport = (
  target: AuditTarget,
  probes: readonly Probe[],
  showing: AuditShowing,
): AuditReport => ({
  ...headOf(target, showing),
  servers: [],
  requests: probes.map((probe) => requestOf(probe, null, showing.redaction)),
  findings: [],
  undecided: [],
})

const headOf = (
  { url, origins }: AuditTarget,
  { version, redaction }: AuditShowing,
): Pick<AuditReport, 'format' | 'tool' | 'target' | 'origins'> => ({
  format: 1,
  tool: { name: 'whycors', version },
  target: redaction.url(url),
  origins: origins.map(redaction.value),
})

function requestOf(probe: Probe, answer: Answer | null, redaction: Redaction): AuditRequest {
  const { method, url, headers } = wireRequestOf(probe)
  const why = answer === null ? { notSent: 'not sent' } : answer.why
  return {
    method: method === 'OPTIONS' ? 'OPTIONS' : 'GET',
    url: redaction.url(url),
    headers: headers.map(([name, value]) => ({
      name: redaction.value(name),
      value: redaction.header(name, value, 'request'),
    })),
    purpose: probe.purpose,
    status: answer?.response?.status ?? null,
    why: why === null ? null : 'fault' in why ? redaction.value(why.message) : why.notSent,
  }
}

const findingOf = (
  { lint, severity, summary, detail, evidence, fix }: Found,
  redaction: Redaction,
  say: (words: Text) => string,
): AuditFinding => ({
  id: lint.id,
  severity,
  cwe: lint.cwe,
  summary: say(summary),
  detail: say(detail),
  evidence: evidence.map(({ request, field, value }) => ({
    request,
    field,
    value: value === null ? null : shown(field, value, redaction),
  })),
  fix: say(fix),
})

/** Returns the value at a place as it may be shown, depending on the header's name. */
function shown(field: string, value: string, redaction: Redaction): string {
  const [, side, name] = /^(request|response)\.headers\.(.*)$/s.exec(field) ?? []
  // Beside headers there is only the status.
  if (name === undefined) return value
  return redaction.header(name, value, side === 'request' ? 'request' : 'response')
}

const sayPlainly =
  (redaction: Redaction) =>
  (words: Text): string =>
    plain(redactText(words, redaction), (value) => value)
