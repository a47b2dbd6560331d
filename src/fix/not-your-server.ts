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
    text`${code(target)} is an API of ${provider}, so this configuration is for them to make. What you can do is pass it on from your own server: ${code('whycors fix FILE --proxy')} names the kinds.`,
    ...shortcuts
      .filter(({ id }) => id !== 'reflect-any-origin')
      .map(({ title, whyNot, instead }) => text`Rather not: ${title}. ${whyNot} ${instead}`),
  ]
}
