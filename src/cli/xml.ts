/** Returns words as XML 1.0 has them: some characters can't even be written as a reference. */
export const xml = (words: string, place: 'attribute' | 'text' = 'attribute'): string =>
  words
    .replace(/[^\t\n\r\u{20}-\u{d7ff}\u{e000}-\u{fffd}\u{10000}-\u{10ffff}]/gu, '\u{fffd}')
    .replace(place === 'text' ? /[&<>\r]/g : /[&<>"'\t\n\r]/g, (sign) => `&#${sign.charCodeAt(0)};`)
