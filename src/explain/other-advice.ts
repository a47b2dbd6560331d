import type { Plan } from '../fix/plan.ts'
import type { Text } from '../text/text.ts'

/** Returns a plan's alternatives, except to call the URL that has to be called first anyway. */
export const otherAdvice = ({ first, alternatives }: Plan): readonly Text[] => {
  const url = first === null ? null : calledDirectly(first)
  return url === null ? alternatives : alternatives.filter((one) => calledDirectly(one) !== url)
}

/** Returns the URL that an advice says to call directly; null if it says something else. */
function calledDirectly(advice: Text): string | null {
  const [before, url, after] = advice
  return typeof before === 'string' &&
    /\bcall $/i.test(before) &&
    typeof url === 'object' &&
    'code' in url &&
    typeof after === 'string' &&
    after.startsWith(' directly')
    ? url.code
    : null
}
