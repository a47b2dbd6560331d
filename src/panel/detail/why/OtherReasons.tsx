import type { Explanation } from '../../../internal.ts'
import { Fold } from '../../parts/Fold.tsx'
import { Items } from '../../parts/Items.tsx'
import { strings } from '../../parts/strings.ts'
import { sectionOf } from '../section-of.ts'

/** What the lead leaves out: the rule behind a root cause, and the other causes that are possible. */
export function OtherReasons({ explanation }: { readonly explanation: Explanation }) {
  const reason = sectionOf(explanation, 'reason').items
  const causes = sectionOf(explanation, 'root-causes').items
  const left = causes.length > 0 ? reason : reason.slice(1)
  return (
    <>
      {left.length > 0 && (
        <Fold title={strings.theRule}>
          <Items items={left} />
        </Fold>
      )}
      {causes.length > 1 && (
        <Fold title={strings.otherCauses} note={String(causes.length - 1)}>
          <Items items={causes.slice(1)} />
        </Fold>
      )}
    </>
  )
}
