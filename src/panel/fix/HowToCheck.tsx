import { type CurlCheck, shells } from '../../internal.ts'
import { Choice } from '../parts/Choice.tsx'
import { Fold } from '../parts/Fold.tsx'
import { LongCode } from '../parts/LongCode.tsx'
import { PanelWords } from '../parts/PanelWords.tsx'
import { strings } from '../parts/strings.ts'
import { useShell } from '../parts/use-shell.ts'

/** The commands that check whether a configuration works, folded, for the chosen shell. */
export function HowToCheck({ checks }: { readonly checks: readonly CurlCheck[] }) {
  const [shell, chooseShell] = useShell()
  return (
    <Fold title={strings.curlCommands(checks.length)}>
      <Choice
        name="shell"
        label={strings.commandsFor}
        value={shell}
        options={shells.map(({ id, title }) => ({ value: id, label: title, count: null }))}
        onChange={chooseShell}
      />
      <ul class="curl">
        {checks.map(({ command, forms, expect }) => (
          <li key={command}>
            <p>
              <PanelWords text={expect} />
            </p>
            <LongCode code={forms[shell]} />
          </li>
        ))}
      </ul>
    </Fold>
  )
}
