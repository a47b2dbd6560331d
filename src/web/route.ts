/** The website's page for a URL's fragment, which is never sent to a server. */
export type Route =
  | { readonly type: 'start' }
  | { readonly type: 'rules' }
  | { readonly type: 'rule'; readonly id: string }
  | { readonly type: 'what if' }
  /** A fetch in a link. */
  | { readonly type: 'link'; readonly link: string }

/** Returns the route for a URL's fragment; the start page for anything unknown. */
export function routeOf(hash: string): Route {
  const [, first = '', second = ''] = /^#\/([\w-]*)(?:\/([\w-]*))?$/.exec(hash) ?? []
  if (first === 'rules') return second === '' ? { type: 'rules' } : { type: 'rule', id: second }
  if (first === 'what-if') return { type: 'what if' }
  return first === 'x' && second !== '' ? { type: 'link', link: second } : { type: 'start' }
}

export const START = '#/'
export const RULES = '#/rules'
export const WHAT_IF = '#/what-if'

/** Returns the fragment of a rule's page. */
export const hashOfRule = (id: string): string => `#/rules/${id}`

/** Returns the fragment for a link's fetch. */
export const hashOfLink = (link: string): string => `#/x/${link}`
