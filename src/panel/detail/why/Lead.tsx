import type { Explanation } from '../../../internal.ts'
import { Clamped } from '../../parts/Clamped.tsx'
import { Words } from '../../parts/Words.tsx'
import { sectionOf } from '../section-of.ts'
import { Correction } from './Correction.tsx'

/** The sentence, the line that decides, what it should be, and the most likely cause. */
export function Lead({ explanation }: { readonly explanation: Explanation }) {
  const [cause] = sectionOf(explanation, 'root-causes').items
  const said = cause ?? sectionOf(explanation, 'reason').items[0]
  return (
    <section class="lead">
      <h2 class="headline">
        <Words text={explanation.headline} />
      </h2>
      <Correction explanation={explanation} />
      {said !== undefined && (
        <div class="who">
          <Clamped item={said} />
        </div>
      )}
    </section>
  )
}
