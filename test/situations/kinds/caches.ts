import type { Situation } from '../situation.ts'
import {
  anImage,
  echo,
  forAnother,
  get,
  img,
  passes,
  star,
  stored,
  wait,
  withCredentials,
  xhr,
} from './words.ts'

const forFirst = { ...stored, 'Access-Control-Allow-Origin': 'https://app.example.test' }

export const caches: readonly Situation[] = [
  {
    id: 'cache-img-then-fetch',
    steps: [img('a'), get('a')],
    serves: {
      a: [
        { ...anImage, headers: stored },
        { ...anImage, headers: { ...stored, ...star } },
      ],
    },
  },
  {
    id: 'cache-img-then-fetch-vary',
    steps: [img('a'), get('a')],
    serves: {
      a: [
        { ...anImage, headers: { ...stored, Vary: 'Origin' } },
        { ...anImage, headers: { ...stored, ...echo, Vary: 'Origin' } },
      ],
    },
  },
  {
    id: 'cache-img-then-crossorigin-img',
    steps: [img('a'), img('a', { crossorigin: '' })],
    serves: {
      a: [
        { ...anImage, headers: stored },
        { ...anImage, headers: { ...stored, ...star } },
      ],
    },
  },
  {
    id: 'cache-img-then-no-store-fetch',
    steps: [img('a'), get('a', { cache: 'no-store' })],
    serves: {
      a: [
        { ...anImage, headers: stored },
        { ...anImage, headers: { ...stored, ...star } },
      ],
    },
  },
  {
    id: 'cache-img-then-reload-fetch',
    steps: [img('a'), get('a', { cache: 'reload' })],
    serves: {
      a: [
        { ...anImage, headers: stored },
        { ...anImage, headers: { ...stored, ...star } },
      ],
    },
  },
  {
    id: 'cache-img-with-grant-then-fetch',
    steps: [img('a'), get('a')],
    serves: { a: { ...anImage, headers: { ...stored, ...star } } },
  },
  {
    id: 'cache-img-then-include-star',
    steps: [img('a'), get('a', { credentials: 'include' })],
    serves: { a: { ...anImage, headers: { ...stored, ...star } } },
  },
  {
    id: 'cache-fetch-twice',
    steps: [get('a'), get('a')],
    serves: { a: { headers: { ...stored, ...star } } },
  },
  {
    id: 'cache-fetch-then-include-star',
    steps: [get('a'), get('a', { credentials: 'include' })],
    serves: { a: { headers: { ...stored, ...star } } },
  },
  {
    id: 'cache-fetch-then-include-echo',
    steps: [get('a'), get('a', { credentials: 'include' })],
    serves: { a: { headers: { ...stored, ...echo } } },
  },
  {
    id: 'cache-include-then-include',
    steps: [get('a', { credentials: 'include' }), get('a', { credentials: 'include' })],
    serves: { a: { headers: { ...stored, ...withCredentials } } },
  },
  {
    id: 'cache-no-cors-then-fetch',
    steps: [get('a', { mode: 'no-cors' }), get('a')],
    serves: { a: [{ headers: stored }, { headers: { ...stored, ...star } }] },
  },
  {
    id: 'cache-blocked-then-force-cache',
    steps: [get('a'), get('a', { cache: 'force-cache' })],
    serves: { a: [{ headers: stored }, { headers: { ...stored, ...star } }] },
  },
  {
    id: 'cache-stale-force-cache',
    steps: [get('a'), get('a', { cache: 'force-cache' })],
    serves: { a: { headers: { 'Cache-Control': 'max-age=0', ...star } } },
  },
  {
    id: 'cache-force-cache-of-another-origin',
    steps: [get('a'), get('a', { cache: 'force-cache' }, { in: 'sandbox' })],
    serves: { a: { headers: forFirst } },
  },
  {
    id: 'cache-another-origins-copy',
    steps: [get('a'), get('a', {}, { in: 'sandbox' })],
    serves: { a: { headers: { ...stored, ...echo } } },
  },
  {
    id: 'cache-another-origins-copy-vary',
    steps: [get('a'), get('a', {}, { in: 'sandbox' })],
    serves: { a: { headers: { ...stored, ...echo, Vary: 'Origin' } } },
  },
  {
    id: 'cache-copy-after-passed-preflight',
    steps: [img('a'), get('a', { headers: { 'x-a': '1' } })],
    serves: {
      a: {
        preflight: passes(),
        actual: [
          { ...anImage, headers: stored },
          { ...anImage, headers: { ...stored, ...star } },
        ],
      },
    },
  },
  {
    id: 'cache-good-copy-after-passed-preflight',
    steps: [get('a'), get('a', { headers: { 'x-a': '1' } })],
    serves: { a: { preflight: passes(), actual: { headers: { ...stored, ...star } } } },
  },
  {
    id: 'cache-no-store-twice',
    steps: [get('a'), get('a')],
    serves: {
      a: [
        { headers: { 'Cache-Control': 'no-store', ...star } },
        { headers: { 'Cache-Control': 'no-store' } },
      ],
    },
  },
  {
    id: 'cache-expired',
    steps: [get('a'), wait(1200), get('a')],
    serves: { a: [{ headers: { 'Cache-Control': 'max-age=1', ...star } }, { headers: { ...forAnother } }] },
  },
  {
    id: 'cache-301-stored',
    steps: [get('a'), get('a')],
    serves: {
      a: { status: 301, headers: { ...stored, ...star, Location: '$(b)' } },
      b: { headers: star },
    },
  },
  {
    id: 'cache-301-of-navigation-like-image',
    steps: [img('a'), get('a')],
    serves: {
      a: { status: 301, headers: { ...stored, Location: '$(b)' } },
      b: { ...anImage, headers: star },
    },
  },
  {
    id: 'cache-404-stored',
    steps: [get('a'), get('a')],
    serves: { a: { status: 404, headers: { ...stored, ...star } } },
  },
  {
    id: 'cache-put-makes-it-stale',
    steps: [get('a'), get('a', { method: 'PUT' }), get('a')],
    serves: { a: { preflight: passes(), actual: { headers: { ...stored, ...star } } } },
  },
  {
    id: 'cache-xhr-after-fetch',
    steps: [get('a'), xhr('a'), xhr('a', { credentials: 'include' })],
    serves: { a: { headers: { ...stored, ...star } } },
  },
  {
    id: 'cache-same-site-other-origin',
    steps: [img('site:a'), get('site:a')],
    serves: {
      a: [
        { ...anImage, headers: stored },
        { ...anImage, headers: { ...stored, ...star } },
      ],
    },
  },
]
