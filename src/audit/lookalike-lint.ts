import type { Text } from '../text/text.ts'
import { type Answer, allowsByName, withCredentials } from './answer.ts'
import { grantIn } from './evidenced.ts'
import type { Correction } from './frameworks/framework.ts'
import { defineLint, type Lint } from './lint.ts'
import { getByLookalike, type Probe } from './probe.ts'
import type { Severity } from './severity.ts'
import type { AuditTarget } from './target.ts'

/** An origin that the API allows but shouldn't. */
export interface AllowedLookalike {
  readonly answer: Answer
  /** The request's origin. */
  readonly origin: string
  readonly credentials: boolean
}

interface LookalikeDefinition<Id extends string> {
  readonly id: Id
  readonly means: string
  readonly cwe: string
  readonly correction: Correction
  readonly yieldsTo?: readonly string[]
  readonly triesVariants?: boolean
  /** What the requests find out. */
  readonly purpose: string
  /** Returns the origins that shouldn't be allowed. */
  origins(target: AuditTarget): readonly string[]
  /** Reports whether another lint is more precise, given what else is allowed. */
  unless?(isAllowed: (origin: string) => boolean, target: AuditTarget): boolean
  /** Default: high with credentials, medium without. */
  severity?(allowed: AllowedLookalike): Severity
  says(allowed: AllowedLookalike): { readonly summary: Text; readonly detail: Text }
  fix(allowed: AllowedLookalike): Text
}

/** Returns a lint that finds an API which allows an origin by name that it shouldn't. */
export const defineLookalike = <const Id extends string>({
  origins,
  purpose,
  severity,
  unless,
  ...lint
}: LookalikeDefinition<Id>): Lint<Id, AllowedLookalike> => {
  const probes = (target: AuditTarget): readonly Probe[] =>
    origins(target)
      .filter((origin) => !target.origins.includes(origin))
      .map((origin) => getByLookalike(target, origin, purpose))
  return defineLint({
    ...lint,
    probes,
    finds: ({ target, of }) => {
      const isAllowed = (origin: string): boolean => allowsByName(of(getByLookalike(target, origin, purpose)))
      if (unless?.(isAllowed, target) === true) return null
      const allowed = probes(target).map(of).filter(allowsByName)
      const answer = allowed.find(withCredentials) ?? allowed[0]
      if (answer === undefined) return null
      return { answer, origin: answer.probe.origin ?? '', credentials: withCredentials(answer) }
    },
    severity: severity ?? (({ credentials }) => (credentials ? 'high' : 'medium')),
    evidence: ({ answer }) => grantIn(answer),
  })
}

/** Returns the end of a sentence on whether credentials are allowed too. */
export const alsoCredentials = ({ credentials }: { readonly credentials: boolean }): string =>
  credentials ? ', with credentials' : ''

/** Returns what a website of such an origin can do. */
export const whatItReads = ({ credentials }: { readonly credentials: boolean }): string =>
  credentials ? "read this API with the user's cookies" : 'read what this API sends without cookies'
