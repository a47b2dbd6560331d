import { code, type Text, text } from '../../text/text.ts'
import type { CorsPolicy } from '../policy/policy.ts'

/** Returns what has to be said of a middleware that keeps only one header from the origins that are not allowed. */
export const restToOthers = ({ origins }: Pick<CorsPolicy, 'origins'>): readonly Text[] =>
  origins === '*'
    ? []
    : [
        text`To other origins it sends no ${code('Access-Control-Allow-Origin')}, but the remaining headers; browsers ignore them.`,
      ]
