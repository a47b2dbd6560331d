import { type Diagnosis, failingChecks, nextFailingChecks } from '../../internal.ts'
import { isRow, type Listed } from './listed.ts'

/** Returns the fields and values that decide a fetch. */
export const evidenceOf = (one: Listed): readonly string[] =>
  isRow(one) ? one.about.evidence : evidenceIn(one)

const evidenceIn = ({ verdict }: Diagnosis): readonly string[] =>
  [...failingChecks(verdict), ...nextFailingChecks(verdict)].flatMap((cause) =>
    cause.evidence.flatMap(({ field, value }) => [field, value ?? '']),
  )
