import type { Diagnosis, Item } from '../../internal.ts'
import { Items } from '../parts/Items.tsx'
import type { Session } from '../state/session.ts'
import { ForeignApi } from './ForeignApi.tsx'
import { ServerFix } from './ServerFix.tsx'

export interface FixPlanProps {
  readonly items: readonly Item[]
  readonly diagnosis: Diagnosis
  readonly session: Session
}

/** What to change so that the request is shared: in the page, and in whatever server answers it. */
export const FixPlan = ({ items, diagnosis, session }: FixPlanProps) => (
  <>
    <Items items={items.filter(({ picture }) => picture === null)} />
    {diagnosis.plan?.policy != null && <ServerFix diagnosis={diagnosis} session={session} />}
    <ForeignApi diagnosis={diagnosis} session={session} />
  </>
)
