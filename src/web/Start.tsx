import { useState } from 'preact/hooks'
import type { Session } from '../panel/state/session.ts'
import { OpenButton } from '../panel/toolbar/OpenButton.tsx'
import { AnswerView } from './AnswerView.tsx'
import type { Answer } from './answer.ts'
import { LINKS } from './links.ts'
import { webStrings } from './web-strings.ts'

export interface StartProps {
  readonly session: Session
  readonly answer: Answer | null
  /** What can't be read, in words. */
  readonly failure: string | null
  readonly onText: (text: string) => void
}

/** The start page: what this is, and the input box. */
export function Start({ session, answer, failure, onText }: StartProps) {
  const [text, setText] = useState('')
  return (
    <main class="site-page start">
      <h1>{webStrings.promise}</h1>
      <form
        class="box"
        onSubmit={(event) => {
          event.preventDefault()
          onText(text)
        }}
      >
        <label for="box">{webStrings.boxLabel}</label>
        <textarea
          id="box"
          rows={7}
          spellcheck={false}
          placeholder={webStrings.boxHint}
          value={text}
          onInput={(event) => setText(event.currentTarget.value)}
          onPaste={(event) => {
            const { value, selectionStart, selectionEnd } = event.currentTarget
            const isWhole = selectionEnd - selectionStart === value.length
            const pasted = event.clipboardData?.getData('text/plain') ?? ''
            // Text pasted into an empty box is explained at once.
            if (isWhole && pasted.trim() !== '') setTimeout(() => onText(pasted), 0)
          }}
        />
        <div class="box-actions">
          <button type="submit" class="main">
            {webStrings.explain}
          </button>
          <OpenButton session={session} />
          {session.sample !== null && (
            <button
              type="button"
              onClick={() =>
                void session.readFiles([{ name: 'sample.har', blob: new Blob([session.sample?.() ?? '']) }])
              }
            >
              {webStrings.sample}
            </button>
          )}
          <span class="dim">{webStrings.drop}</span>
        </div>
        <p class="dim">{webStrings.privacy}</p>
      </form>
      <section class="answer" aria-live="polite">
        {failure !== null ? (
          <p class="wrong">{failure}</p>
        ) : (
          answer !== null && <AnswerView answer={answer} />
        )}
      </section>
      <div class="start-more">
        <section>
          <h2>{webStrings.howTitle}</h2>
          <dl>
            {webStrings.how.map(([what, how]) => (
              <div key={what}>
                <dt>{what}</dt>
                <dd>{how}</dd>
              </div>
            ))}
          </dl>
        </section>
        <section>
          <h2>{webStrings.getTitle}</h2>
          <ul>
            {(['chrome', 'firefox', 'npm', 'source'] as const).map((which) => (
              <li key={which}>
                <a href={LINKS[which]} rel="noreferrer">
                  {webStrings[which]}
                </a>
              </li>
            ))}
          </ul>
        </section>
      </div>
    </main>
  )
}
