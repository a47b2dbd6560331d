import MarkdownIt from 'markdown-it'

const markdown = new MarkdownIt({ html: true })

/**
 * What GitHub turns into links in text that is no code: addresses with or without a scheme, mail addresses, mentions, issues
 * and commits. https://docs.github.com/en/get-started/writing-on-github/working-with-advanced-formatting/autolinked-references-and-urls
 * and https://github.github.com/gfm/#autolinks-extension-
 */
const LINKED =
  /(?:https?|ftp):\/\/\S|\bwww\.\S|[\w.+-]+@[\w-]+\.\w|(?<![\w/])@[a-z\d]|(?<![\w&])#\d|\bGH-\d|\b(?=[a-f]*\d)[\da-f]{7,40}\b/i

/** Our own links go to documentation; everything in the recordings is below names that nobody has. */
const isForeign = (href: string): boolean =>
  !/^https:\/\/[a-z.-]+\.(?:org|com|dev|net|io)(?:\/|$)/.test(href) || /evil/.test(href)

/** Returns what a recording gets into markdown as GitHub shows it: HTML, images, links, mentions; null for nothing. */
export function wrongOnGitHub(text: string): string | null {
  const parts = markdown.parse(text, {}).flatMap((one) => [one, ...(one.children ?? [])])
  let links = 0
  for (const part of parts) {
    if (part.type === 'link_open') links++
    if (part.type === 'link_close') links--
    const wrong = wrongIn(part, links > 0)
    if (wrong !== null) return wrong
  }
  return null
}

type Token = ReturnType<typeof markdown.parse>[number]

function wrongIn(part: Token, isInLink: boolean): string | null {
  if (part.type === 'image') return `an image: ${part.content}`
  if (part.type.startsWith('html_')) {
    const rest = part.content.replace(/<summary>[^<>]*<\/summary>|<\/?(?:details|b|br)>/g, '')
    return rest.trim() === '' ? null : `HTML: ${part.content.slice(0, 80)}`
  }
  if (part.type === 'link_open' && isForeign(String(part.attrGet('href'))))
    return `a link: ${part.attrGet('href')}`
  const [linked] = part.type === 'text' && !isInLink ? (LINKED.exec(part.content) ?? []) : []
  return linked === undefined ? null : `linked by itself: ${linked} in ${part.content.slice(0, 80)}`
}
