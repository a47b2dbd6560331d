import { guessedGenerator } from '../fix/guessed-generator.ts'
import type { PlanLayer } from '../fix/layer-of.ts'
import type { Plan } from '../fix/plan.ts'
import { code, type Text, text } from '../text/text.ts'

const LAYER: Record<PlanLayer['who'], string> = {
  app: 'the application',
  proxy: 'the proxy',
  cdn: 'the CDN',
  gateway: 'the gateway',
  product: 'a setting there',
  page: 'the page',
  network: 'the network',
}

/** Returns where a fix has to be made, in a few words; null if nothing needs one. */
export function whoMustAct(plan: Plan | null): Text | null {
  if (plan === null) return null
  const { target, layer, frameworks, policy } = plan
  if (layer?.who === 'page' || (policy === null && plan.required.length > 0)) return text`The page's code`
  const at = code(target.replace(/^https?:\/\//, ''))
  if (layer !== null && layer.name !== null) {
    const name = layer.name.charAt(0).toUpperCase() + layer.name.slice(1)
    const isSaid = layer.name.startsWith(LAYER[layer.who])
    return isSaid ? text`${name} at ${at}` : text`${name} at ${at}, ${LAYER[layer.who]}`
  }
  const guess = guessedGenerator(frameworks, layer)?.guess
  if (guess !== undefined) return text`The server at ${at}, likely ${guess.title}`
  return layer === null ? text`The server at ${at}` : text`${at}: ${LAYER[layer.who]}`
}
