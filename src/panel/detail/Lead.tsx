import type { Explanation } from '../../internal.ts'
import { ItemWords } from '../parts/Items.tsx'
import { Words } from '../parts/Words.tsx'
import { Mending } from './Mending.tsx'

/** The sentence, the line that decides, what it should be, and what is most likely behind it. */
export function Lead({ explanation }: { readonly explanation: Explanation }) {
  const { headline, sections } = explanation
  const first = sections.find(({ id }) => id === 'root-causes')?.items[0]
  return (
    <section class="lead">
      <h1>
        <Words text={headline} />
      </h1>
      <Mending explanation={explanation} />
      {first !== undefined && (
        <p class="who">
          <ItemWords item={first} />
        </p>
      )}
    </section>
  )
}
