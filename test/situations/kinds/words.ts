import type { Answer, Init, Place, Served, Situation, Step } from '../situation.ts'

/** `fetch()` of a URL. */
export const get = (at: string, init: Init = {}, more: { in?: Place } = {}): Step => ({
  does: 'fetch',
  at,
  init,
  ...more,
})

/** `fetch()` whose response's body nobody reads. */
export const leave = (at: string, init: Init = {}): Step => ({ does: 'fetch', at, init, after: 'leave' })

export const xhr = (
  at: string,
  init: Init = {},
  more: { user?: string; listensToUpload?: true; in?: Place } = {},
): Step => ({
  does: 'xhr',
  at,
  init,
  ...more,
})

export const element = (
  tag: string,
  at: string,
  attributes: Readonly<Record<string, string>> = {},
): Step => ({
  does: 'element',
  tag,
  at,
  attributes,
})

export const img = (at: string, attributes: Readonly<Record<string, string>> = {}): Step =>
  element('img', at, attributes)

export const link = (rel: string, at: string, attributes: Readonly<Record<string, string>> = {}): Step =>
  element('link', at, { rel, ...attributes })

export const wait = (milliseconds: number): Step => ({ does: 'wait', milliseconds })

/** For everybody. */
export const star = { 'Access-Control-Allow-Origin': '*' }

/** For the origin that asks. */
export const echo = { 'Access-Control-Allow-Origin': '$origin' }

/** For the origin that asks, with credentials. */
export const withCredentials = { ...echo, 'Access-Control-Allow-Credentials': 'true' }

/** For an origin that does not ask. */
export const forAnother = { 'Access-Control-Allow-Origin': 'https://another.example.test' }

export const stored = { 'Cache-Control': 'max-age=600' }

/** A preflight response for everybody, which isn't kept. */
export const passes = (more: Readonly<Record<string, string>> = {}): Answer => ({
  status: 204,
  headers: {
    ...star,
    'Access-Control-Allow-Methods': 'GET, PUT, PATCH, DELETE',
    'Access-Control-Allow-Headers': 'x-a, x-b, content-type, authorization',
    'Access-Control-Max-Age': '0',
    ...more,
  },
})

/** The same response whatever is asked, with a preflight that passes. */
export const preflighted = (actual: Answer, more: Readonly<Record<string, string>> = {}): Served => ({
  preflight: passes(more),
  actual,
})

const svg = '<svg xmlns="http://www.w3.org/2000/svg" width="1" height="1"/>'

export const anImage = { type: 'image/svg+xml', body: svg }
export const aScript = { type: 'text/javascript', body: '0' }
export const aStylesheet = { type: 'text/css', body: 'x{}' }
/** Some silent milliseconds: 8 bits, 8000 Hz, one channel. */
export const aSound = {
  type: 'audio/wav',
  body: `RIFF\x2c\x01\0\0WAVEfmt \x10\0\0\0\x01\0\x01\0\x40\x1f\0\0\x40\x1f\0\0\x01\0\x08\0data\x08\x01\0\0${'\x80'.repeat(264)}`,
}
export const someSubtitles = { type: 'text/vtt', body: 'WEBVTT\n\n00:00.000 --> 00:01.000\nlab\n' }

/** Returns a situation of one step, which `a` answers. */
export const one = (
  id: string,
  step: Step,
  answer: Situation['serves'][string],
  more: Partial<Situation> = {},
): Situation => ({ id, steps: [step], serves: { a: answer }, ...more })
