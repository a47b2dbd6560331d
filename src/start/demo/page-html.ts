import type { ClientWay } from './demo-client.ts'
import { type Call, type Places, services, type Way, type WayGroup } from './way.ts'

/** Returns the demo's page: a button and a sentence for each way. */
export const pageHtml = (groups: readonly WayGroup[], at: Places): string => `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>A shop with broken servers · WhyCORS</title>
<link rel="icon" href="data:,">
<style>${style}</style>
<header>
  <h1>A shop with broken servers</h1>
  <p>Each button fetches something from another origin, and something is wrong with most of them.
  Press one, then look at <b>WhyCORS</b> in DevTools (F12, perhaps behind “»”).</p>
  <p><button id="all">Press all</button></p>
</header>
<main>
${groups.map((group) => groupHtml(group, at)).join('\n')}
</main>
<footer>
  <p>This page is ${code(at.page)}. Its servers:
  ${services
    .filter((service) => service !== 'page')
    .map((service) => `${service} ${code(at[service])}`)
    .join(', ')}.</p>
</footer>
<script src="/shop.js"></script>
`

/** Returns the data of the ways for the page's script. */
export const clientWays = (ways: readonly Way[], at: Places): readonly ClientWay[] =>
  ways.map(({ id, calls }) => ({
    id,
    calls: calls.map(({ to, path, ...call }) => ({ url: at[to] + path, ...call })),
  }))

const groupHtml = ({ title, ways }: WayGroup, at: Places): string => `<h2>${escaped(title)}</h2>
<div class="ways">
${ways.map((way) => wayHtml(way, at)).join('\n')}
</div>`

const wayHtml = ({ id, title, sentence, calls }: Way, at: Places): string => `<article id="${id}">
  <button>${escaped(title)}</button>
  <p>${escaped(sentence)}</p>
  ${calls.map((call) => `<pre>${escaped(source(call, at))}</pre>`).join('\n  ')}
  <output></output>
</article>`

/** The call as in source code. */
function source({ to, path, method, headers, credentials, body }: Call, at: Places): string {
  const options = [
    ...(method === undefined ? [] : [`method: '${method}'`]),
    ...(headers === undefined ? [] : [`headers: ${literal(headers)}`]),
    ...(credentials === undefined ? [] : [`credentials: '${credentials}'`]),
    ...(body === undefined ? [] : [`body: '${body}'`]),
  ]
  const rest = options.length === 0 ? '' : `, {\n${options.map((option) => `  ${option},\n`).join('')}}`
  return `fetch('${at[to]}${path}'${rest})`
}

const literal = (headers: Readonly<Record<string, string>>): string =>
  `{ ${Object.entries(headers)
    .map(([name, value]) => `'${name}': '${value.length > 24 ? `${value.slice(0, 20)}…` : value}'`)
    .join(', ')} }`

const code = (text: string): string => `<code>${escaped(text)}</code>`

const escaped = (text: string): string =>
  text.replace(/[&<>"]/g, (one) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;' })[one] ?? '&quot;')

const style = `
:root { color-scheme: light dark; --line: light-dark(#d4d7dd, #3c4048); --quiet: light-dark(#545a66, #a4abb8);
  --card: light-dark(#fff, #1f2227); }
body { font: 15px/1.5 system-ui, sans-serif; margin: 0 auto; max-width: 76rem; padding: 1.5rem;
  background: light-dark(#f5f6f8, #16181c); }
h1 { font-size: 1.6rem; margin: 0 } h2 { font-size: 1.05rem; margin: 2rem 0 .6rem }
header p { max-width: 44rem }
.ways { display: grid; gap: .8rem; grid-template-columns: repeat(auto-fill, minmax(min(21rem, 100%), 1fr)) }
article { background: var(--card); border: 1px solid var(--line); border-radius: 8px; padding: .8rem .9rem;
  display: flex; flex-direction: column; gap: .5rem }
article p { margin: 0; color: var(--quiet) }
article button { font-weight: 600; text-align: start }
button { font: inherit; padding: .35rem .7rem; border-radius: 6px; border: 1px solid var(--line); cursor: pointer;
  background: light-dark(#eef2fb, #2a2f3a); color: inherit }
button:hover { border-color: currentcolor }
pre { margin: 0; font-size: 12px; line-height: 1.45; white-space: pre-wrap; overflow-wrap: anywhere;
  color: var(--quiet) }
output { font-size: 13px; overflow-wrap: anywhere; min-height: 1.5em; margin-top: auto }
footer { margin-top: 2rem; color: var(--quiet); font-size: 13px }
`
