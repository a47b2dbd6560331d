import { nearestWord } from '../internal.ts'
import { COMMAND_HELP } from './help.ts'

/** Returns that there is no such option, with the one of the help that was probably meant. */
export function noOption(written: string): string {
  const known = Object.values(COMMAND_HELP).flatMap((help) => help.match(/(?<=--)[a-z][a-z-]+/g) ?? [])
  const nearest = nearestWord(written.replace(/^-+/, ''), [...new Set(known)])
  return `there is no option ${JSON.stringify(written)}${nearest === null ? '' : `; did you mean --${nearest}?`}`
}
