import { allRules } from '../internal.ts'
import { hashOfRule } from './route.ts'
import { webStrings } from './web-strings.ts'

/** Every rule with its meaning, each linked to its page. */
export const RuleIndex = () => (
  <main class="site-page">
    <h1>{webStrings.rulesTitle}</h1>
    <p>{webStrings.rulesText}</p>
    <ul class="rule-list">
      {allRules.map(({ id, means }) => (
        <li key={id}>
          <a href={hashOfRule(id)}>{id}</a> {means}
        </li>
      ))}
    </ul>
  </main>
)
