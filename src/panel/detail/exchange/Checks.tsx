import { type Check, type CheckState, type Diagnosis, LIMITS, redactEvidence } from '../../../internal.ts'
import { redaction } from '../../parts/redaction.ts'
import { Section } from '../../parts/Section.tsx'
import { checkWords, strings } from '../../parts/strings.ts'
import { Tag, type Tone } from '../../parts/Tag.tsx'
import { useCapped } from '../../parts/use-capped.tsx'
import { ExternalLink, Words } from '../../parts/Words.tsx'
import { checkList } from '../../state/explained.ts'

const TONES: Record<CheckState, Tone> = {
  passed: 'good',
  failed: 'bad',
  'not reached': 'plain',
  'not needed': 'plain',
  unknown: 'maybe',
}

/** Every check of the standard that this fetch has to pass, in order. */
export function Checks({ diagnosis }: { readonly diagnosis: Diagnosis }) {
  const checks = checkList(diagnosis)
  if (checks.length === 0) return null
  const count = (state: CheckState): number => checks.filter((check) => check.state === state).length
  return (
    <Section title={strings.checks} note={strings.checkCounts(count('passed'), count('failed'))}>
      {groupsOf(checks).map(({ title, all }) => (
        <div key={title} class="checks">
          <h3>{title}</h3>
          <ul>
            {all.map((check) => (
              <li key={check.step} class={check.state === 'failed' ? 'failed' : ''}>
                <Tag {...checkWords[check.state]} tone={TONES[check.state]} />
                <div>
                  <Words text={check.text} /> <Seen check={check} />
                  <small class="dim">
                    {' '}
                    <ExternalLink url={check.url}>{check.algorithm}</ExternalLink>
                  </small>
                </div>
              </li>
            ))}
          </ul>
        </div>
      ))}
    </Section>
  )
}

function Seen({ check }: { readonly check: Check }) {
  const { shown, others } = useCapped(check.evidence, LIMITS.items)
  return (
    <>
      {shown.map((one) => {
        const { field, value } = redactEvidence(one, redaction)
        const name = field.replace(/^(request|response)\.(headers\.)?/, '')
        return (
          <code key={field + value} class="seen">
            {value === null ? strings.noHeader(name) : `${name}: ${value}`}
          </code>
        )
      })}
      {others}
    </>
  )
}

interface Group {
  readonly title: string
  readonly all: readonly Check[]
}

/** The checks are in the order in which they are made, grouped by message. */
function groupsOf(checks: readonly Check[]): readonly Group[] {
  const groups = new Map<string, Check[]>()
  for (const check of checks) groups.set(titleOf(check), [...(groups.get(titleOf(check)) ?? []), check])
  return [...groups].map(([title, all]) => ({ title, all }))
}

function titleOf({ step, phase, hop }: Check): string {
  if (step.startsWith('main fetch')) return strings.beforeSending
  const message = phase === 'preflight' ? strings.preflightHop : strings.actualHop
  return hop === 0 ? message : `${message}, ${strings.redirectHop(hop)}`
}
