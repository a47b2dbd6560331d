import { explain } from '../../../src/library/explain.ts'
import { fix } from '../../../src/library/fix.ts'
import { curlFor, harOf, jsonOf, markdownOf } from '../../../src/panel/state/exports.ts'
import { exportSession } from '../../../src/panel/state/session-exports.ts'
import { initialState } from '../../../src/panel/state/state.ts'
import { packExchange } from '../../../src/permalink/pack-exchange.ts'
import { whycors } from '../../cli/run-whycors.ts'
import { panelText } from '../../explain/panel-text.ts'
import { type Copied, inPanel } from './in-panel.ts'
import { formText, listText } from './panel-outputs.ts'

/** Returns all that an output says of a recording, secrets shown or not. */
type Output = (har: string, secrets: boolean) => Promise<string>

interface Printing {
  readonly of: Output
  /** In how many of the places it prints the secret if it's asked to, at least: not every output has every value. */
  readonly prints: number
}

const commandLine =
  (...args: readonly string[]): Output =>
  async (har, secrets) => {
    const { out, err } = await whycors([...args, 'a.har', ...(secrets ? ['--show-secrets'] : [])], {
      'a.har': har,
    })
    return out + err
  }

/** Everything in which a value of a recording can appear. */
export const OUTPUTS: Readonly<Record<string, Printing>> = {
  text: { of: commandLine('explain', '--all'), prints: 0.6 },
  markdown: { of: commandLine('explain', '--all', '--format', 'markdown'), prints: 0.8 },
  JSON: { of: commandLine('explain', '--all', '--format', 'json'), prints: 0.5 },
  ndjson: { of: commandLine('explain', '--all', '--format', 'ndjson'), prints: 0.5 },
  SARIF: { of: commandLine('explain', '--all', '--format', 'sarif'), prints: 0.5 },
  JUnit: { of: commandLine('explain', '--all', '--format', 'junit'), prints: 0.2 },
  annotations: { of: commandLine('explain', '--all', '--format', 'github'), prints: 0.1 },
  diff: {
    of: async (har, secrets) => {
      const args = ['diff', '--format', 'json', 'a.har', 'b.har', ...(secrets ? ['--show-secrets'] : [])]
      const { out, err } = await whycors(args, { 'a.har': har, 'b.har': '{"log":{"entries":[]}}' })
      return out + err
    },
    prints: 0.2,
  },
  fix: { of: commandLine('fix', '--for', 'express'), prints: 0.4 },
  proxy: { of: commandLine('fix', '--proxy', 'vite'), prints: 0.4 },
  'the library’s report': {
    of: async (har, showSecrets) => JSON.stringify(await explain(har, { all: true, showSecrets })),
    prints: 0.5,
  },
  'the library’s fix': {
    of: async (har, showSecrets) => JSON.stringify(await fix(har, { for: 'express', showSecrets })),
    prints: 0.4,
  },
  panel: {
    of: async (har, secrets) => {
      const { diagnoses, examined } = inPanel(har, secrets)
      return diagnoses.map((one) => panelText(one, examined, { attributes: true })).join('\n')
    },
    prints: 0.8,
  },
  'whole panel': {
    of: async (har, secrets) => {
      const { diagnoses, examined } = inPanel(har, secrets)
      return diagnoses.map((one) => panelText(one, examined, { whole: true, attributes: true })).join('\n')
    },
    prints: 0.8,
  },
  'list of the panel': { of: async (har, secrets) => listText(inPanel(har, secrets).examined), prints: 0.3 },
  'form of the panel': { of: async (har, secrets) => formText(inPanel(har, secrets).examined), prints: 0.5 },
  'markdown of the panel': {
    of: async (har, secrets) => copies(har, (one) => markdownOf(one.diagnosis, secrets)),
    prints: 0.8,
  },
  'JSON of the panel': {
    of: async (har, secrets) =>
      copies(har, ({ diagnosis, examined }) =>
        jsonOf(diagnosis, { ...initialState, sources: [examined] }, secrets),
      ),
    prints: 0.5,
  },
  'HAR of the panel': {
    of: async (har, secrets) => copies(har, ({ diagnosis, session }) => harOf(diagnosis, session, secrets)),
    prints: 0.8,
  },
  'session as markdown': {
    of: async (har, secrets) => exportSession('markdown', inPanel(har, secrets).exported, secrets),
    prints: 0.3,
  },
  'session as JSON': {
    of: async (har, secrets) => exportSession('json', inPanel(har, secrets).exported, secrets),
    prints: 0.3,
  },
  'session as HAR': {
    of: async (har, secrets) => exportSession('har', inPanel(har, secrets).exported, secrets),
    prints: 0.5,
  },
  link: {
    of: async (har, secrets) => {
      const { diagnoses, redaction } = inPanel(har, secrets)
      return diagnoses
        .map(({ verdict }) => JSON.stringify(packExchange(verdict.exchange, redaction)))
        .join('\n')
    },
    prints: 0.5,
  },
  'curl of the panel': {
    of: async (har, secrets) =>
      copies(har, ({ diagnosis, session }) => curlFor(diagnosis, 'actual', session, secrets) ?? ''),
    prints: 0.5,
  },
}

function copies(har: string, copy: (one: Copied) => string): string {
  const { diagnoses, examined, session } = inPanel(har, false)
  return diagnoses.map((diagnosis) => copy({ diagnosis, examined, session })).join('\n')
}
