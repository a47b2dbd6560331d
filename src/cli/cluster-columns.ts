import { eastAsianWidth } from 'get-east-asian-width'

/** What terminals draw as one emoji, two columns wide: flags, keycaps, and pictographs with what turns them into emoji. */
const EMOJI =
  /^(?:\p{RI}{2}|[#*\d]\ufe0f?\u20e3|\p{Emoji}\ufe0f|\p{Extended_Pictographic}.*(?:\u200d\p{Extended_Pictographic}|\p{Emoji_Modifier}))/u
const UNSEEN = /[\p{Default_Ignorable_Code_Point}\p{Cc}\p{Cf}\p{Cs}\p{Mn}\p{Me}]/u
/** What takes columns although it belongs to the character before it. */
const BESIDE = /[\p{Mc}\uff00-\uffef]/u

/** Returns how many columns a grapheme cluster takes in a terminal: two for an ideograph or emoji, none for a mark alone. */
export function clusterColumns(cluster: string): number {
  // A real emoji has fewer code units.
  if (cluster.length < 50 && EMOJI.test(cluster)) return 2
  let columns = 0
  for (const character of cluster)
    if (!UNSEEN.test(character) && (columns === 0 || BESIDE.test(character)))
      columns += eastAsianWidth(character.codePointAt(0) ?? 0)
  return columns
}
