import { code, type Text, text } from '../text/text.ts'
import { providerOf } from './provider-of.ts'
import { shortcuts } from './shortcuts.ts'

/**
 * Returns advice for an API that evidently belongs to somebody else: what to do instead of changing it, and what not to
 * do. Empty if the owner isn't known. Every line is independent.
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
