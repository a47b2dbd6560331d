import { eastAsianWidth } from 'get-east-asian-width'

// Patterns with properties of Unicode take long to make, so that each is only made when it's needed.
/** Reports whether terminals draw it as one emoji, two columns wide: a flag, a keycap, a pictograph with what turns it into an emoji. */
const isEmoji = (cluster: string): boolean =>
  /^(?:\p{RI}{2}|[#*\d]\ufe0f?\u20e3|\p{Emoji}\ufe0f|\p{Extended_Pictographic}.*(?:\u200d\p{Extended_Pictographic}|\p{Emoji_Modifier}))/u.test(
    cluster,
  )
const isUnseen = (character: string): boolean =>
  /[\p{Default_Ignorable_Code_Point}\p{Cc}\p{Cf}\p{Cs}\p{Mn}\p{Me}]/u.test(character)
/** Reports whether it takes columns although it belongs to the character before it. */
const isBeside = (character: string): boolean => /[\p{Mc}\uff00-\uffef]/u.test(character)

/** Returns how many columns a grapheme cluster takes in a terminal: two for an ideograph or emoji, none for a mark alone. */
export function clusterColumns(cluster: string): number {
  // A real emoji has fewer code units.
  if (cluster.length < 50 && isEmoji(cluster)) return 2
  let columns = 0
  for (const character of cluster)
    if (!isUnseen(character) && (columns === 0 || isBeside(character)))
      columns += eastAsianWidth(character.codePointAt(0) ?? 0)
  return columns
}
