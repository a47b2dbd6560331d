import { plain, tellApart } from '../../internal.ts'
import { redaction } from '../parts/redaction.ts'
import { differences } from '../state/differences.ts'
import { briefOf, reasonOf, rowFacts } from '../state/row-facts.ts'
import type { Group } from './groups.ts'

/** The title of a group, and what distinguishes it from others with the same title; '' if it's unique. */
export interface GroupTitle {
  readonly title: string
  /** The same as a whole sentence. */
  readonly sentence: string
  readonly differs: string
}

/** Returns the titles of groups; equal titles include what differs. `hasHost`: the host is shown next to the title. */
export function groupTitles(groups: readonly Group[], hasHost: boolean): ReadonlyMap<Group, GroupTitle> {
  const byTitle = new Map<string, Group[]>()
  for (const all of groups) {
    const title = briefOf(all[0])
    const read = hasHost ? `${title}\n${rowFacts(all[0]).host}` : title
    const same = byTitle.get(read)
    if (same === undefined) byTitle.set(read, [all])
    else same.push(all)
  }
  return new Map(
    [...byTitle].flatMap(([read, same]) => {
      const [title = ''] = read.split('\n')
      const differences = same.length === 1 ? [] : same.map(([first]) => words(first))
      const kinds = tellApart(differences)
      const differs = same.map((_, i) =>
        kinds
          .map((kind) => differences[i]?.[kind] ?? '')
          .filter((part) => part !== '')
          .join(', '),
      )
      return same.map(
        (all, i) => [all, { title, sentence: reasonOf(all[0]), differs: differs[i] ?? '' }] as const,
      )
    }),
  )
}

const words = (one: Group[0]): readonly string[] =>
  differences(one).map((each) => plain(each, redaction.value).replaceAll('`', ''))
