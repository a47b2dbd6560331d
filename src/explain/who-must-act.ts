import { guessedGenerator } from '../fix/guessed-generator.ts'
import type { PlanLayer } from '../fix/layer-of.ts'
import type { Plan } from '../fix/plan.ts'
import { code, type Text, text } from '../text/text.ts'

const LAYER: Record<PlanLayer['who'], string> = {
  app: 'the application',
  proxy: 'the proxy',
  cdn: 'the CDN',
  gateway: 'the gateway',
  product: 'the settings',
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
    if (layer.name.startsWith(LAYER[layer.who])) return text`${capitalized(layer.name)} at ${at}`
    return layer.who === 'product'
      ? text`${capitalized(layer.name)} at ${at}, in its settings`
      : text`${capitalized(LAYER[layer.who])} at ${at} (${layer.name})`
  }
  const guess = guessedGenerator(frameworks, layer)?.guess
  if (guess !== undefined) return text`The server at ${at}, likely ${guess.title}`
  return layer === null ? text`The server at ${at}` : text`${capitalized(LAYER[layer.who])} at ${at}`
}

const capitalized = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1)
