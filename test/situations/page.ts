import type { LabReply } from '../engines/lab/http-connection.ts'
import { pageOf, type Situation, type Step } from './situation.ts'
import { perform, type StepResult } from './step-result.ts'
import { urlOf } from './urls.ts'

interface Planned {
  readonly step: Step
  readonly url: string
}

interface Plan {
  readonly id: string
  readonly rounds: readonly (readonly Planned[])[]
  readonly worker: string
  readonly serviceWorker: string | null
  readonly pace: Pace
}

/** Milliseconds that a browser takes: `start` to record a new page, `settle` for its messages on a failed request to arrive. */
export interface Pace {
  readonly start: number
  readonly settle: number
}

/** What a page of the lab hands in: per round what each of its steps got. */
export type PageResults = readonly (readonly StepResult[])[]

export const pageUrlOf = (situation: Situation): string =>
  `${pageOf(situation)}/p/${situation.id}/?id=${situation.id}`

/** Returns the steps that are made at once, round by round. */
export const roundsOf = ({ steps }: Situation): readonly (readonly Step[])[] =>
  steps.map((step) => ('does' in step ? [step] : step))

/**
 * Returns the situations page by page: those that need nothing of a page share one, which is opened once. What stays open
 * after a situation would take connections from the next one.
 */
export function pagesOf(situations: readonly Situation[]): readonly (readonly Situation[])[] {
  const pages = new Map<string, Situation[]>()
  for (const situation of situations) {
    const { id, pageHeaders, serviceWorker, serves } = situation
    const isAlone =
      pageHeaders !== undefined ||
      serviceWorker !== undefined ||
      JSON.stringify(serves).includes('"open":true')
    const key = isAlone ? id : pageOf(situation)
    pages.set(key, [...(pages.get(key) ?? []), situation])
  }
  return [...pages.values()]
}

/** Returns a page that plays situations all by itself, one after another, and hands in what it got. */
export function pageReply(situations: readonly Situation[], pace: Pace): LabReply {
  const plans = situations.map(
    (situation): Plan => ({
      id: situation.id,
      rounds: roundsOf(situation).map((steps) =>
        steps.map((step) => ({ step, url: step.does === 'wait' ? '' : urlOf(situation, step.at) })),
      ),
      worker: workerSource,
      serviceWorker: situation.serviceWorker === undefined ? null : `/sw.js?situation=${situation.id}`,
      pace,
    }),
  )
  const script = `(async () => { for (const plan of ${inScript(plans)}) await (${runPlan})(plan, ${inScript(sandboxSource)}, ${perform}) })()`
  return html(`<body><script>${script}</script>`, situations[0]?.pageHeaders ?? {})
}

/** Returns the script of a worker that does what it is told. */
export const workerReply = (): LabReply => javascript(workerSource)

/** Returns the service worker of a situation; it leaves the page's own traffic with the lab alone. */
export const serviceWorkerReply = (situation: Situation): LabReply =>
  javascript(`const listener = ${situation.serviceWorker}
addEventListener('install', () => skipWaiting())
addEventListener('activate', (event) => event.waitUntil(clients.claim()))
addEventListener('fetch', (event) => { if (/[?&]at=/.test(event.request.url)) listener(event) })`)

const workerSource = `const perform = ${perform}
onmessage = async ({ data }) => postMessage(await perform(data.step, data.url))
onconnect = ({ ports: [port] }) => { port.onmessage = async ({ data }) => port.postMessage(await perform(data.step, data.url)) }`

const sandboxSource = `<script>const perform = ${perform}
onmessage = async ({ data }) => parent.postMessage(await perform(data.step, data.url), '*')</script>`

const html = (body: string, headers: Readonly<Record<string, string>>): LabReply => ({
  status: 200,
  headers: [['Content-Type', 'text/html'], ['Cache-Control', 'no-store'], ...Object.entries(headers)],
  body: `<!doctype html><meta charset="utf-8"><title>lab</title><link rel="icon" href="data:,">${body}`,
})

const javascript = (body: string): LabReply => ({
  status: 200,
  headers: [
    ['Content-Type', 'text/javascript'],
    ['Cache-Control', 'no-store'],
    ['Cross-Origin-Embedder-Policy', 'credentialless'],
  ],
  body,
})

const inScript = (value: unknown): string => JSON.stringify(value).replaceAll('<', '\\u003c')

/** The page's own program. Runs in the page, so it refers to nothing outside itself. */
async function runPlan(plan: Plan, sandbox: string, run: typeof perform): Promise<void> {
  const say = (what: string) => reportError(new Error(`whycors-situation ${plan.id} ${what}`))
  const nextMessage = (from: Worker | MessagePort | Window) =>
    new Promise<StepResult>((resolve) => {
      from.onmessage = ({ data }: MessageEvent) => resolve(data)
    })
  async function inWorker(script: string, planned: Planned): Promise<StepResult> {
    const worker = new Worker(script)
    const result = nextMessage(worker)
    worker.postMessage(planned)
    return await result
  }
  async function inPlace(planned: Planned): Promise<StepResult> {
    const place = 'in' in planned.step ? planned.step.in : 'page'
    switch (place) {
      case 'worker':
        return inWorker('/worker.js', planned)
      case 'blob worker':
        return inWorker(URL.createObjectURL(new Blob([plan.worker], { type: 'text/javascript' })), planned)
      case 'shared worker': {
        const { port } = new SharedWorker('/worker.js', plan.id)
        const result = nextMessage(port)
        port.postMessage(planned)
        return await result
      }
      case 'sandbox': {
        const frame = document.createElement('iframe')
        frame.setAttribute('sandbox', 'allow-scripts')
        frame.srcdoc = sandbox
        document.body.append(frame)
        await new Promise((resolve) => frame.addEventListener('load', resolve))
        const result = nextMessage(window)
        frame.contentWindow?.postMessage(planned, '*')
        return await result
      }
      default:
        return run(planned.step, planned.url)
    }
  }
  if (plan.serviceWorker !== null) {
    const controlled = new Promise((resolve) =>
      navigator.serviceWorker.addEventListener('controllerchange', resolve),
    )
    await navigator.serviceWorker.register(plan.serviceWorker, { scope: `/p/${plan.id}/` })
    await controlled
  }
  if (performance.now() < plan.pace.start) {
    await new Promise((resolve) => setTimeout(resolve, plan.pace.start))
  }
  const results: StepResult[][] = []
  for (const [index, round] of plan.rounds.entries()) {
    say(`round ${index}`)
    const got = await Promise.all(round.map(inPlace))
    results.push(got)
    const failed = got.some(({ got }) => got !== 'response')
    await new Promise((resolve) => setTimeout(resolve, failed ? plan.pace.settle : 5))
  }
  say('end')
  await fetch(`/result?situation=${plan.id}`, { method: 'POST', body: JSON.stringify(results) })
}
