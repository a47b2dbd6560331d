import { describe, expect, test } from 'vitest'
import { guessesIn } from './guess-cases.ts'
import { recordedAnswers, recordedStacks } from './recorded-answers.ts'

/** What each recorded stack is, what stands first; with the bodies of its error pages, and with headers only. */
const STACKS: Readonly<Record<string, { readonly bodies: string; readonly headers: string }>> = {
  'apache-express': { bodies: 'express high, apache high', headers: 'express high, apache high' },
  'caddy-express': { bodies: 'express high, caddy high', headers: 'express high, caddy high' },
  'django-gunicorn': { bodies: 'django high', headers: 'django high' },
  'django-runserver': { bodies: 'django high', headers: 'django high' },
  express: { bodies: 'express high', headers: 'express high' },
  'express-cors': { bodies: 'express high', headers: 'express high' },
  fastapi: { bodies: 'fastapi high', headers: 'fastapi high' },
  fastify: { bodies: 'fastify high', headers: 'fastify high' },
  flask: { bodies: 'flask high', headers: 'flask high' },
  go: { bodies: 'go medium, traefik low', headers: 'go medium, traefik low' },
  'go-rs-cors': { bodies: 'go-rs-cors medium', headers: 'go-rs-cors medium' },
  'haproxy-express': { bodies: 'express high, haproxy high', headers: 'express high, haproxy medium' },
  hono: { bodies: 'hono high', headers: 'hono high' },
  koa: { bodies: 'koa medium', headers: 'koa medium' },
  nestjs: { bodies: 'nestjs high', headers: 'express high, nestjs medium' },
  nginx: { bodies: 'nginx high', headers: 'nginx high' },
  'nginx-fastapi': { bodies: 'fastapi high, nginx high', headers: 'fastapi high, nginx high' },
  'node-http': { bodies: '', headers: '' },
  php: { bodies: 'php high', headers: 'php high' },
}

const told = (stack: string, bodies: boolean): string =>
  guessesIn(recordedAnswers(stack, { bodies }))
    .map(({ framework, confidence }) => `${framework} ${confidence}`)
    .join(', ')

test('every recorded stack is held against the guess', () =>
  expect(Object.keys(STACKS).sort()).toEqual([...recordedStacks].sort()))

describe.each(Object.entries(STACKS))('the answers of %s', (stack, { bodies, headers }) => {
  test('are told by their error pages', () => expect(told(stack, true)).toBe(bodies))
  test('are told by their headers', () => expect(told(stack, false)).toBe(headers))
})
