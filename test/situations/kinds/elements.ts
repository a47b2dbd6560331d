import type { Answer, Situation, Step } from '../situation.ts'
import {
  anImage,
  aScript,
  aSound,
  aStylesheet,
  element,
  forAnother,
  img,
  link,
  someSubtitles,
  star,
  withCredentials,
} from './words.ts'

/** With and without `crossorigin`, with and without permission. */
const four = (
  kind: string,
  make: (attributes: Readonly<Record<string, string>>) => Step,
  answer: Answer,
): readonly Situation[] => [
  { id: `element-${kind}-plain`, steps: [make({})], serves: { a: answer } },
  {
    id: `element-${kind}-shared`,
    steps: [make({ crossorigin: '' })],
    serves: { a: { ...answer, headers: star } },
  },
  { id: `element-${kind}-blocked`, steps: [make({ crossorigin: '' })], serves: { a: answer } },
  {
    id: `element-${kind}-credentials`,
    steps: [make({ crossorigin: 'use-credentials' })],
    serves: { a: { ...answer, headers: star } },
  },
]

const one = (id: string, step: Step, answer: Answer): Situation => ({
  id: `element-${id}`,
  steps: [step],
  serves: { a: answer },
})

export const elements: readonly Situation[] = [
  ...four('img', (attributes) => img('a', attributes), anImage),
  ...four('script', (attributes) => element('script', 'a', attributes), aScript),
  ...four('stylesheet', (attributes) => link('stylesheet', 'a', attributes), aStylesheet),
  ...four('audio', (attributes) => element('audio', 'a', attributes), aSound),
  ...four('video', (attributes) => element('video', 'a', attributes), aSound),
  ...four(
    'track',
    (attributes) => element('track', 'a', { kind: 'subtitles', ...attributes }),
    someSubtitles,
  ),
  ...four('preload-script', (attributes) => link('preload', 'a', { as: 'script', ...attributes }), aScript),
  ...four('preload-font', (attributes) => link('preload', 'a', { as: 'font', ...attributes }), {
    type: 'font/woff2',
  }),
  one('module-shared', element('script', 'a', { type: 'module' }), { ...aScript, headers: star }),
  one('module-blocked', element('script', 'a', { type: 'module' }), aScript),
  one('module-for-another', element('script', 'a', { type: 'module' }), { ...aScript, headers: forAnother }),
  one('modulepreload', link('modulepreload', 'a'), { ...aScript, headers: star }),
  one('modulepreload-blocked', link('modulepreload', 'a'), aScript),
  one('import', { does: 'import', at: 'a' }, { ...aScript, headers: star }),
  one('import-blocked', { does: 'import', at: 'a' }, aScript),
  one('prefetch', link('prefetch', 'a'), aScript),
  one('preload-fetch', link('preload', 'a', { as: 'fetch', crossorigin: '' }), { headers: star }),
  one('preload-fetch-blocked', link('preload', 'a', { as: 'fetch', crossorigin: '' }), {}),
  one('font-star', { does: 'font', at: 'a' }, { type: 'font/woff2', headers: star }),
  one('font-blocked', { does: 'font', at: 'a' }, { type: 'font/woff2' }),
  one('css-font-star', { does: 'css font', at: 'a' }, { type: 'font/woff2', headers: star }),
  one('css-font-blocked', { does: 'css font', at: 'a' }, { type: 'font/woff2' }),
  one('img-with-credentials', img('a', { crossorigin: 'use-credentials' }), {
    ...anImage,
    headers: withCredentials,
  }),
  one('img-404', img('a'), { status: 404, headers: star }),
  one(
    'script-integrity',
    element('script', 'a', {
      crossorigin: '',
      integrity: 'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=',
    }),
    { ...aScript, headers: star },
  ),
  one(
    'script-integrity-plain',
    element('script', 'a', { integrity: 'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=' }),
    aScript,
  ),
  one('iframe', element('iframe', 'a'), { type: 'text/html', body: 'lab' }),
  one('object', element('object', 'a', { type: 'image/svg+xml' }), anImage),
]
