import { allDifferences, commonDifferencesOf, type Text } from '../../internal.ts'
import { isRow, type Listed } from './listed.ts'
import { rowFacts } from './row-facts.ts'

/** Returns what distinguishes a request from others whose lines read the same. */
export const differences = (one: Listed): readonly Text[] =>
  allDifferences(isRow(one) ? one.about.differences : commonDifferencesOf(one), rowFacts(one))
