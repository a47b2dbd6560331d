/** Where to get WhyCORS. docs/RELEASING.md says when to change these links. */
export const LINKS = {
  chrome: 'https://chromewebstore.google.com/search/whycors',
  firefox: 'https://addons.mozilla.org/firefox/addon/whycors/',
  npm: 'https://www.npmjs.com/package/whycors',
  source: 'https://www.npmjs.com/package/whycors?activeTab=code',
} as const
