import type { CurlCheck } from '../../internal.ts'
import { Fold } from '../parts/Fold.tsx'
import { PanelWords } from '../parts/PanelWords.tsx'
import { strings } from '../parts/strings.ts'

/** The commands that show whether a configuration works, folded. */
export const HowToCheck = ({ checks }: { readonly checks: readonly CurlCheck[] }) => (
  <Fold title={strings.curlCommands(checks.length)}>
    <ul class="curl">
      {checks.map(({ command, expect }) => (
        <li key={command}>
          <p>
            <PanelWords text={expect} />
          </p>
          <pre>{command}</pre>
        </li>
      ))}
    </ul>
  </Fold>
)
