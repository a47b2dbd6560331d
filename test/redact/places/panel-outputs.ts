import { type ComponentChild, h } from 'preact'
import { atOnce, type Diagnosis, type Examined, type Redaction } from '../../../src/internal.ts'
import { requestMenu } from '../../../src/panel/frame/request-menu.ts'
import { StatusBar } from '../../../src/panel/frame/StatusBar.tsx'
import { columns } from '../../../src/panel/list/columns.ts'
import { groupTitles } from '../../../src/panel/list/group-titles.ts'
import { redaction, showAs } from '../../../src/panel/parts/redaction.ts'
import { initialState } from '../../../src/panel/state/state.ts'
import { makeStore } from '../../../src/panel/state/store.ts'
import { suggestionsInSteps } from '../../../src/panel/toolbar/suggestions.ts'
import { WhatIfResult } from '../../../src/panel/what-if/WhatIfResult.tsx'
import { fieldsOf, readForm } from '../../../src/panel/what-if/what-if-form.ts'
import { AnswerView } from '../../../src/web/AnswerView.tsx'
import { answerTo } from '../../../src/web/answer.ts'
import { sessionOf, textOf } from '../../explain/panel-text.ts'
import { indexOf } from '../../panel/panel-diagnoses.ts'

/** Returns what a part of the panel says, on hover too. */
export const allOf = (part: ComponentChild): string => textOf(part, () => false, true)

/** Returns what the list of requests shows: its cells, the titles of its groups, the menu, and what its filter suggests. */
export function listText(examined: Examined): string {
  const { diagnoses } = examined
  const index = indexOf(diagnoses)
  const cells = diagnoses.flatMap((one) => Object.values(columns).map((column) => column.cell(one)))
  const titles = groupTitles(
    diagnoses.map((one) => [one] as const),
    false,
  )
  return [
    ...cells,
    ...[...titles.values()].flatMap(({ title, differs }) => [title, differs]),
    ...diagnoses.flatMap((one) => menuText(one, examined)),
    ...['origin:', 'domain:', 'method:', 'url:', 'status:', 'type:'].flatMap((begun) =>
      atOnce(suggestionsInSteps(begun, index)),
    ),
    allOf(h(StatusBar, barOf(examined))),
  ].join('\n')
}

/** Returns the bar at the bottom of the panel. */
export function textOfBar(examined: Examined, shownBy: Redaction): string {
  showAs(shownBy)
  return allOf(h(StatusBar, barOf(examined)))
}

const barOf = (examined: Examined) => ({
  state: stateOf(examined),
  index: indexOf(examined.diagnoses),
  selected: null,
  counts: COUNTS,
  word: '',
})

const COUNTS = { all: 1, blocked: 1, shared: 0, depends: 0, warnings: 0, 'not cors': 0, cors: 1 }

const stateOf = (examined: Examined) => ({
  ...initialState,
  diagnoses: examined.diagnoses,
  sources: [{ ...examined, truncated: { file: 0, byteOffset: 1, why: 'ends early' } }],
  stoppedByMode: examined.diagnoses.map(({ verdict }) => verdict.exchange.url),
  reading: { name: examined.recording.name, read: 1, size: 2, entries: 1, blocked: 0 },
})

/** Returns a request's menu and what it copies. */
function menuText(diagnosis: Diagnosis, examined: Examined): readonly string[] {
  const copied: string[] = []
  const items = requestMenu(diagnosis, sessionOf(makeStore(), examined), (text) => void copied.push(text))
  for (const item of items)
    if (item !== null && !/save|HAR|domain|only|hide/i.test(item.label)) void item.run()
  return [...copied, ...items.map((item) => item?.label ?? '')]
}

/** Returns the form of what-if, and what it says of the fetch as it is and with another origin. */
export function formText({ diagnoses }: Examined): string {
  return diagnoses
    .flatMap(({ verdict: { exchange } }) => {
      const fields = fieldsOf(exchange, redaction)
      const results = [fields, { ...fields, origin: 'https://c.test' }].map((one) =>
        allOf(h(WhatIfResult, { exchange, read: readForm(exchange, one, redaction) })),
      )
      return [...Object.values(fields), ...results]
    })
    .join('\n')
}

/** Returns what the web page says of a pasted text. */
export const answerText = (pasted: string): string => allOf(h(AnswerView, { answer: answerTo(pasted) }))
