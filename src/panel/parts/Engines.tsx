import { type Explanation, engineCode } from '../../internal.ts'
import { redaction } from './redaction.ts'
import { strings } from './strings.ts'
import { VerdictTag } from './Tag.tsx'

/** Each browser's verdict on the fetch, and the message that its console prints. */
export function Engines({ engines }: { readonly engines: Explanation['engines'] }) {
  return (
    <table class="engines">
      <thead>
        <tr>
          <th scope="col">{strings.browser}</th>
          <th scope="col">{strings.outcome}</th>
          <th scope="col">{strings.console}</th>
        </tr>
      </thead>
      <tbody>
        {engines.map((engine) => (
          <tr key={engine.id}>
            <th scope="row">{engine.title}</th>
            <td>
              <VerdictTag type={engine.outcome} />
            </td>
            <td>
              {engine.message !== null && <code class="console">{redaction.value(engine.message)}</code>}
              {engine.codes.length > 0 && <small class="dim">{engineCode(engine)}</small>}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
