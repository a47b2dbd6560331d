import { pageOf, type Situation } from './situation.ts'

const origins: Readonly<Record<string, string>> = {
  site: 'https://api.example.test',
  third: 'https://cdn.third.test',
  plain: 'http://api.other.test',
  port: 'https://app.example.test:8443',
  sitehttp: 'http://api.example.test',
}

/** Returns the URL that a situation calls by that name. */
export function urlOf(situation: Situation, at: string): string {
  const [, prefix = null, name = ''] = /^(?:([a-z]+):)?([\w.-]+)$/.exec(at) ?? []
  const origin =
    prefix === null ? 'https://api.other.test' : prefix === 'own' ? pageOf(situation) : origins[prefix]
  return origin === undefined || name === ''
    ? at.replace('$id', situation.id)
    : `${origin}/r?id=${situation.id}&at=${name}`
}

/** Returns what a URL is called once it's under way: `a` for `third:a`. */
export const nameOf = (at: string): string => /[?&]at=([\w-]+)/.exec(at)?.[1] ?? at.replace(/^[a-z]+:/, '')

/** Returns the situation and the name in it that a URL stands for, or null. */
export function addressOf(url: string): { readonly id: string; readonly at: string } | null {
  const [, id, at] = /[?&]id=([\w-]+)&at=([\w-]+)/.exec(url) ?? []
  return id === undefined || at === undefined ? null : { id, at }
}
