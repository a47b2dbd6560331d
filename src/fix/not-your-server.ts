import { code, type Text, text } from '../text/text.ts'
import { providerOf } from './provider-of.ts'
import { shortcuts } from './shortcuts.ts'

/**
 * Returns what to say beside the configuration of an API that is evidently somebody else's: how to go around it, and
 * how not to. Empty where nothing shows whose it is. Every line stands for itself.
 */
export function notYourServer(target: string, pages: readonly string[]): readonly Text[] {
  const provider = providerOf(target, pages)
  if (provider === null) return []
  return [
    text`${code(target)} is ${provider}'s API, so only they can make this change. You can call it through your own server instead: ${code('whycors fix FILE --proxy')} lists the kinds.`,
    ...shortcuts
      .filter(({ id }) => id !== 'reflect-any-origin')
      .map(({ title, whyNot, instead }) => text`Don't use: ${title}. ${whyNot} ${instead}`),
  ]
}
