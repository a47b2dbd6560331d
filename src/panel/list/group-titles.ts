import { frameStrings } from '../parts/frame-strings.ts'
import { redaction } from '../parts/redaction.ts'
import { firstFailed, type Listed, originsOf } from '../state/listed.ts'
import { briefOf, reasonOf, rowFacts } from '../state/row-facts.ts'
import type { Group } from './groups.ts'

/** The title of a group, and what distinguishes it from others with the same title; '' if it's unique. */
export interface GroupTitle {
  readonly title: string
  /** The same as a whole sentence. */
  readonly sentence: string
  readonly differs: string
}

/** What groups with the same title can differ in, the most useful first. */
const DIFFERENCES: readonly ((diagnosis: Listed) => string)[] = [
  (one) => redaction.value(rowFacts(one).host),
  (one) => {
    const [origin, ...others] = originsOf(one)
    return origin !== undefined && others.length === 0
      ? frameStrings.from(redaction.value(origin))
      : frameStrings.unknownOrigin
  },
  (one) => {
    const failed = firstFailed(one)
    return failed === null ? '' : frameStrings.failsIn(failed.phase, failed.hop)
  },
  (one) => frameStrings.withStatus(rowFacts(one).status),
  (one) => (firstFailed(one)?.assumed === true ? frameStrings.ifAssumed : frameStrings.inAnyCase),
  (one) => redaction.value(rowFacts(one).method),
  (one) => redaction.value(rowFacts(one).path.replace(/[?#].*/s, '')),
]

/** Returns the titles of groups; equal titles include what differs. `hasHost`: the host is shown next to the title. */
export function groupTitles(groups: readonly Group[], hasHost: boolean): ReadonlyMap<Group, GroupTitle> {
  const byTitle = new Map<string, Group[]>()
  for (const all of groups) {
    const title = briefOf(all[0])
    const read = hasHost ? `${title}\n${rowFacts(all[0]).host}` : title
    byTitle.set(read, [...(byTitle.get(read) ?? []), all])
  }
  return new Map(
    [...byTitle].flatMap(([read, same]) => {
      const [title = ''] = read.split('\n')
      const differences = same.length === 1 ? [''] : differencesOf(same)
      return same.map(
        (all, i) => [all, { title, sentence: reasonOf(all[0]), differs: differences[i] ?? '' }] as const,
      )
    }),
  )
}

/** As few words as distinguish all of them. Groups that no word distinguishes only differ in their explanation. */
function differencesOf(groups: readonly Group[]): readonly string[] {
  let said = groups.map((): string => '')
  for (const difference of DIFFERENCES) {
    if (new Set(said).size === groups.length) break
    const more = groups.map((all) => difference(all[0]))
    const longer = said.map((before, i) => [before, more[i]].filter((part) => part !== '').join(', '))
    if (new Set(longer).size > new Set(said).size) said = longer
  }
  return said
}
