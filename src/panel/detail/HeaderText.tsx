import { type HeaderLine, messageWords } from '../../internal.ts'
import { LongValue } from '../parts/LongValue.tsx'
import { redaction, wholeRedaction } from '../parts/redaction.ts'
import { strings } from '../parts/strings.ts'

/** A header line; the one that decides has a sign, because not everybody sees color. */
export function HeaderText({ name, value, guilty }: HeaderLine) {
  const shown = value === null ? messageWords.missing : wholeRedaction.header(name, value)
  return (
    <code class={`header${guilty ? ' guilty' : ''}`}>
      {guilty && (
        <span class="pointer" role="img" aria-label={strings.guilty} title={strings.guilty}>
          ▶
        </span>
      )}
      <span class="name">{redaction.value(name)}:</span>{' '}
      <span class={value === null ? 'none' : ''}>
        <LongValue text={shown} />
      </span>
    </code>
  )
}
