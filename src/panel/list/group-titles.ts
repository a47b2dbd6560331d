import { KINDS_OF_DIFFERENCES, plain, tellApart } from '../../internal.ts'
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
  const titles = new Map<Group, GroupTitle>()
  for (const [read, same] of byTitle) {
    const [title = ''] = read.split('\n')
    const kinds = tellApart(same, KINDS_OF_DIFFERENCES, wordsOf)
    for (const all of same)
      titles.set(all, {
        title,
        // Only what is drawn is read.
        get sentence() {
          return reasonOf(all[0])
        },
        differs: kinds
          .map((kind) => wordsOf(all, kind))
          .filter((part) => part !== '')
          .join(', '),
      })
  }
  return titles
}

const wordsOf = ([first]: Group, kind: number): string =>
  plain(differences(first)[kind] ?? [], redaction.value).replaceAll('`', '')
