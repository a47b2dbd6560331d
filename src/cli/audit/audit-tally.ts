import { type AuditReport, plural, SEVERITIES } from '../../internal.ts'

/** Returns what an audit found in one line: how many findings of each severity, and how many requests that took. */
export function auditTally({ findings, requests, undecided }: AuditReport): string {
  const sent = requests.filter(({ status, why }) => status !== null || !NOT_SENT.includes(why ?? '')).length
  const counts = SEVERITIES.flatMap((severity) => {
    const count = findings.filter((finding) => finding.severity === severity).length
    return count === 0 ? [] : [`${count} ${severity}`]
  })
  const open = new Set(undecided.flatMap((one) => one.lints)).size
  const found =
    findings.length === 0
      ? `No mistake found${open === 0 ? '' : `; ${plural(open, 'lint', 'lints')} undecided`}`
      : `${plural(findings.length, 'finding', 'findings')}: ${counts.join(', ')}`
  return `${found} (${plural(sent, 'request', 'requests')} sent)`
}

const NOT_SENT: readonly string[] = ['not sent', 'not needed', 'stopped']
