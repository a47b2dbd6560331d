/** Returns a URL without its fragment, as in recordings. */
export const withoutFragment = (url: string): string => url.split('#', 1)[0] ?? ''
