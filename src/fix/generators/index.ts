import apache from './apache.ts'
import caddy from './caddy.ts'
import django from './django.ts'
import express from './express.ts'
import expressPlain from './express-plain.ts'
import fastapi from './fastapi.ts'
import firebaseFunctions from './firebase-functions.ts'
import flask from './flask.ts'
import go from './go.ts'
import goRsCors from './go-rs-cors.ts'
import haproxy from './haproxy.ts'
import laravel from './laravel.ts'
import nextjs from './nextjs.ts'
import nextjsRoute from './nextjs-route.ts'
import nginx from './nginx.ts'
import php from './php.ts'
import rails from './rails.ts'
import springBoot from './spring-boot.ts'
import springMvc from './spring-mvc.ts'

/** Every kind of server that policies can be written for, in the order in which they are offered. */
export const generators = [
  express,
  expressPlain,
  nginx,
  fastapi,
  nextjs,
  nextjsRoute,
  django,
  flask,
  rails,
  php,
  laravel,
  go,
  goRsCors,
  springMvc,
  springBoot,
  apache,
  caddy,
  haproxy,
  firebaseFunctions,
] as const

/** The word after `--for`. */
export type GeneratorId = (typeof generators)[number]['id']
