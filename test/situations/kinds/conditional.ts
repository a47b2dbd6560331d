import type { Situation } from '../situation.ts'
import { anImage, echo, forAnother, get, img, passes, star, stored } from './words.ts'

const validated = { 'Cache-Control': 'no-cache', ETag: '"1"' }

export const conditional: readonly Situation[] = [
  {
    id: 'conditional-304-without-headers',
    steps: [get('a'), get('a')],
    serves: { a: { headers: { ...validated, ...star }, ifStored: { status: 304, headers: validated } } },
  },
  {
    id: 'conditional-304-with-headers',
    steps: [get('a'), get('a')],
    serves: {
      a: {
        headers: { ...validated, ...star },
        ifStored: { status: 304, headers: { ...validated, ...star } },
      },
    },
  },
  {
    id: 'conditional-304-for-another',
    steps: [get('a'), get('a')],
    serves: {
      a: {
        headers: { ...validated, ...echo },
        ifStored: { status: 304, headers: { ...validated, ...forAnother } },
      },
    },
  },
  {
    id: 'conditional-304-first-without',
    steps: [get('a'), get('a')],
    serves: { a: { headers: validated, ifStored: { status: 304, headers: { ...validated, ...star } } } },
  },
  {
    id: 'conditional-304-never-with',
    steps: [get('a'), get('a')],
    serves: { a: { headers: validated, ifStored: { status: 304, headers: validated } } },
  },
  {
    id: 'conditional-304-after-img',
    steps: [img('a'), get('a')],
    serves: { a: { ...anImage, headers: validated, ifStored: { status: 304, headers: validated } } },
  },
  {
    id: 'conditional-304-include-star',
    steps: [get('a'), get('a', { credentials: 'include' })],
    serves: { a: { headers: { ...validated, ...star }, ifStored: { status: 304, headers: validated } } },
  },
  {
    id: 'conditional-304-by-no-cache',
    steps: [get('a'), get('a', { cache: 'no-cache' })],
    serves: {
      a: {
        headers: { ...stored, ETag: '"1"', ...star },
        ifStored: { status: 304, headers: { ETag: '"1"' } },
      },
    },
  },
  {
    id: 'conditional-304-last-modified',
    steps: [get('a'), get('a')],
    serves: {
      a: {
        headers: { 'Cache-Control': 'no-cache', 'Last-Modified': 'Mon, 01 Jun 2026 10:00:00 GMT', ...star },
        ifStored: { status: 304 },
      },
    },
  },
  {
    id: 'conditional-304-preflighted',
    steps: [get('a', { headers: { 'x-a': '1' } }), get('a', { headers: { 'x-a': '1' } })],
    serves: {
      a: {
        preflight: passes(),
        actual: { headers: { ...validated, ...star }, ifStored: { status: 304, headers: validated } },
      },
    },
  },
  {
    id: 'conditional-by-the-page-with-headers',
    steps: [get('a', { headers: { 'if-none-match': '"1"' } })],
    serves: {
      a: {
        preflight: passes({ 'Access-Control-Allow-Headers': 'if-none-match' }),
        actual: { headers: star, ifStored: { status: 304, headers: { ...validated, ...star } } },
      },
    },
  },
  {
    id: 'conditional-by-the-page-without-headers',
    steps: [get('a', { headers: { 'if-none-match': '"1"' } })],
    serves: {
      a: {
        preflight: passes({ 'Access-Control-Allow-Headers': 'if-none-match' }),
        actual: { headers: star, ifStored: { status: 304, headers: validated } },
      },
    },
  },
  {
    id: 'conditional-by-the-page-after-stored',
    steps: [get('a'), get('a', { headers: { 'if-none-match': '"1"' } })],
    serves: {
      a: {
        preflight: passes({ 'Access-Control-Allow-Headers': 'if-none-match' }),
        actual: { headers: { ...validated, ...star }, ifStored: { status: 304, headers: validated } },
      },
    },
  },
  { id: 'conditional-407', steps: [get('a')], serves: { a: { status: 407, headers: star } } },
  {
    id: 'conditional-401-with-challenge',
    steps: [get('a')],
    serves: { a: { status: 401, headers: { ...star, 'WWW-Authenticate': 'Bearer' } } },
  },
]
