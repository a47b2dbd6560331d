/** Which page of the website is shown, as the fragment of its URL says. Nothing of it is ever sent to a server. */
export type Route =
  | { readonly type: 'start' }
  | { readonly type: 'rules' }
  | { readonly type: 'rule'; readonly id: string }
  | { readonly type: 'what if' }
  /** A fetch that somebody put into a link. */
  | { readonly type: 'link'; readonly link: string }

/** Returns the route that a URL's fragment names; whatever is no route is the start page. */
export function routeOf(hash: string): Route {
  const [, first = '', second = ''] = /^#\/([\w-]*)\/?([\w-]*)$/.exec(hash) ?? []
  if (first === 'rules') return second === '' ? { type: 'rules' } : { type: 'rule', id: second }
  if (first === 'what-if') return { type: 'what if' }
  return first === 'x' && second !== '' ? { type: 'link', link: second } : { type: 'start' }
}

export const START = '#/'
export const RULES = '#/rules'
export const WHAT_IF = '#/what-if'

/** Returns the fragment of a rule's page. */
export const hashOfRule = (id: string): string => `#/rules/${id}`

/** Returns the fragment that shows a link's fetch. */
export const hashOfLink = (link: string): string => `#/x/${link}`
