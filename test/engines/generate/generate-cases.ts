import type { EngineCase } from '../engine-case.ts'
import { type Choices, choicesOf } from '../prng.ts'
import type { Part, Situation } from './allow-headers.ts'
import { generateActualAnswer, generatePreflightAnswer } from './generate-answer.ts'
import { generateRequest } from './generate-request.ts'

const pages = [
  [5, 'https://app.example.test'],
  [2, 'https://www.example.test:8443'],
  [2, 'http://app.example.test'],
] as const

/** Sound servers, servers with one flaw, and servers where anything goes: about a third of the cases is shared. */
const kinds = [
  [9, 'sound'],
  [45, 'one flaw'],
  [46, 'messy'],
] as const

const flawedParts = [
  [3, 'origin'],
  [2, 'credentials'],
  [3, 'methods'],
  [4, 'headers'],
  [2, 'status'],
  [1, 'location'],
  [0.5, 'connection'],
] as const

/** Returns so many cases; the same seed gives the same ones, and a larger count the same ones first. */
export function generateCases(seed: number, count: number): EngineCase[] {
  return Array.from({ length: count }, (_, index) =>
    generateCase(choicesOf(seed * 1_000_003 + index), `c${index}`),
  )
}

function generateCase(choices: Choices, id: string): EngineCase {
  const page = choices.weighted(pages)
  const request = generateRequest(choices)
  const situation: Situation = { page, request, flaws: generateFlaws(choices) }
  const hopCount = choices.weighted([
    [78, 1],
    [13, 2],
    [6, 3],
    [3, 4],
  ])
  const first = generateOrigin(choices, page, null)
  const origins = [first]
  while (origins.length < hopCount) origins.push(generateOrigin(choices, page, first))
  const hops = origins.map((origin, index) => ({
    origin,
    preflight: generatePreflightAnswer(choices, situation),
    actual: generateActualAnswer(choices, situation, index + 1 < origins.length),
  }))
  return { id, page, request, hops }
}

function generateFlaws(choices: Choices): Situation['flaws'] {
  const kind = choices.weighted(kinds)
  const flawed = choices.weighted(flawedParts)
  const rates = { sound: () => 0, 'one flaw': (part: Part) => (part === flawed ? 0.9 : 0), messy: () => 0.4 }
  const rate = rates[kind]
  return {
    origin: rate('origin'),
    credentials: rate('credentials'),
    methods: rate('methods'),
    headers: rate('headers'),
    status: rate('status'),
    location: rate('location'),
    connection: rate('connection'),
  }
}

/** Returns the origin of a hop: same-site, cross-site, another port or scheme, the first hop's or the page's own. */
function generateOrigin(choices: Choices, page: string, first: string | null): string {
  const otherScheme = page.startsWith('https:')
    ? page.replace('https:', 'http:').replace(':8443', '')
    : page.replace('http:', 'https:')
  const plainWeight = page.startsWith('https:') ? 0.3 : 4
  return choices.weighted([
    [8, 'https://api.other.test'],
    [4, 'https://api.example.test'],
    [2, 'https://api.other.test:8443'],
    [plainWeight, 'http://api.other.test'],
    [plainWeight, 'http://api.example.test:8080'],
    // From an https page this is mixed content, which the browser refuses before it thinks of CORS.
    [plainWeight / 2, otherScheme],
    [first === null ? 0.5 : 3, page],
    ...(first === null ? [] : ([[8, first]] as const)),
  ])
}
