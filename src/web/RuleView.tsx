import { useMemo } from 'preact/hooks'
import { allRules, pageOfRule, type RuleId } from '../internal.ts'
import { ExternalLink, Words } from '../panel/parts/Words.tsx'
import { RuleFix } from './RuleFix.tsx'
import { RULES } from './route.ts'
import { webStrings } from './web-strings.ts'

/** The page of one rule: its meaning, an example, what browsers print, how to fix it. */
export function RuleView({ id }: { readonly id: string }) {
  const rule = allRules.find((one) => one.id === id)
  const page = useMemo(() => (rule === undefined ? null : pageOfRule(rule.id as RuleId)), [rule])
  if (page === null) {
    return (
      <main class="site-page">
        <h1>{webStrings.noRule}</h1>
        <p>
          <a href={RULES}>{webStrings.allRules}</a>
        </p>
      </main>
    )
  }
  const { example, step } = page
  return (
    <main class="site-page rule">
      <p>
        <a href={RULES}>{webStrings.allRules}</a>
      </p>
      <h1>
        <code>{page.id}</code>
      </h1>
      <p class="means">{page.means}</p>
      <section>
        <h2>{webStrings.example}</h2>
        <p>{webStrings.calls(page.origin)}</p>
        <pre>{example.call}</pre>
        <p>{example.exchange === '' ? webStrings.nothingSent : webStrings.exchanged}</p>
        {example.exchange !== '' && <pre>{example.exchange}</pre>}
        <p>
          <b>
            <Words text={example.summary} />
          </b>{' '}
          <Words text={example.detail} />
        </p>
      </section>
      <section>
        <h2>{webStrings.sentences}</h2>
        <dl class="sentences">
          {page.sentences.map(({ engine, title, code, message }) => (
            <div key={engine}>
              <dt>
                {title} {code !== null && <code>{code}</code>}
              </dt>
              <dd>{message ?? <span class="dim">{webStrings.noSentence}</span>}</dd>
            </div>
          ))}
        </dl>
      </section>
      <section>
        <h2>{webStrings.howToFix}</h2>
        {page.policy === null ? (
          <p>{webStrings.onThePage}</p>
        ) : (
          <RuleFix policy={page.policy} url={page.url} />
        )}
      </section>
      <p>
        {webStrings.standard}: <ExternalLink url={step.url}>{step.algorithm}</ExternalLink>
      </p>
    </main>
  )
}
