import type { Plan } from '../fix/plan.ts'
import type { Text } from '../text/text.ts'

/** Returns a plan's alternatives, except to call the URL that has to be called first anyway. */
export const otherAdvice = ({ first, alternatives }: Plan): readonly Text[] => {
  const url = first === null ? null : calledDirectly(first)
  return url === null ? alternatives : alternatives.filter((one) => calledDirectly(one) !== url)
}

/** Returns the URL that an advice says to call directly; null if it says something else. */
function calledDirectly(advice: Text): string | null {
  for (const [i, part] of advice.entries()) {
    const [before, after] = [advice[i - 1], advice[i + 1]]
    if (typeof before !== 'string' || typeof after !== 'string' || typeof part === 'string') continue
    if (/\bcall $/i.test(before) && after.startsWith(' directly') && 'code' in part) return part.code
  }
  return null
}
