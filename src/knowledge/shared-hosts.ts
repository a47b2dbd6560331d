/** A service on whose origin anybody can run a script. */
export interface SharedHost {
  /** An origin that pages of it have. */
  readonly origin: string
  readonly title: string
  readonly source: string
}

/** Services that developers allow for a demo or while they try something. */
export const SHARED_HOSTS: readonly SharedHost[] = [
  {
    origin: 'https://whycorsaudit.github.io',
    title: 'GitHub Pages',
    source: 'https://docs.github.com/pages/getting-started-with-github-pages/what-is-github-pages',
  },
  { origin: 'https://cdpn.io', title: 'CodePen', source: 'https://blog.codepen.io/documentation/' },
  { origin: 'https://codepen.io', title: 'CodePen', source: 'https://blog.codepen.io/documentation/' },
  { origin: 'https://jsfiddle.net', title: 'JSFiddle', source: 'https://docs.jsfiddle.net/' },
]
