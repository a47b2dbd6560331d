import { settings } from '../settings/index.ts'
import apache from './apache.ts'
import apiGatewayHttp from './api-gateway-http.ts'
import apiGatewayRest from './api-gateway-rest.ts'
import aspnetCore from './aspnet-core.ts'
import awsS3 from './aws-s3.ts'
import azureFunctions from './azure-functions.ts'
import bun from './bun.ts'
import caddy from './caddy.ts'
import cloudflare from './cloudflare.ts'
import cloudflareWorkers from './cloudflare-workers.ts'
import cloudfront from './cloudfront.ts'
import deno from './deno.ts'
import django from './django.ts'
import envoy from './envoy.ts'
import express from './express.ts'
import fastapi from './fastapi.ts'
import fastify from './fastify.ts'
import type { Fingerprint } from './fingerprint.ts'
import firebaseFunctions from './firebase-functions.ts'
import firebaseHosting from './firebase-hosting.ts'
import flask from './flask.ts'
import go from './go.ts'
import goRsCors from './go-rs-cors.ts'
import googleCloudStorage from './google-cloud-storage.ts'
import haproxy from './haproxy.ts'
import hono from './hono.ts'
import ingressNginx from './ingress-nginx.ts'
import koa from './koa.ts'
import lambdaUrl from './lambda-url.ts'
import laravel from './laravel.ts'
import nestjs from './nestjs.ts'
import nextjs from './nextjs.ts'
import nginx from './nginx.ts'
import nodeHttp from './node-http.ts'
import php from './php.ts'
import rails from './rails.ts'
import springBoot from './spring-boot.ts'
import springMvc from './spring-mvc.ts'
import traefik from './traefik.ts'

/**
 * Every kind of server that is recognized by its responses. Express without the `cors` package, route handlers of Next.js
 * and handlers of Lambda look like another generator's server and have no fingerprint.
 */
export const fingerprints: readonly Fingerprint[] = [
  nginx,
  ingressNginx,
  apache,
  caddy,
  haproxy,
  traefik,
  envoy,
  apiGatewayHttp,
  apiGatewayRest,
  cloudfront,
  cloudflare,
  express,
  nestjs,
  nextjs,
  fastify,
  hono,
  koa,
  nodeHttp,
  bun,
  deno,
  cloudflareWorkers,
  lambdaUrl,
  awsS3,
  googleCloudStorage,
  firebaseHosting,
  firebaseFunctions,
  azureFunctions,
  fastapi,
  flask,
  django,
  rails,
  go,
  goRsCors,
  springBoot,
  springMvc,
  laravel,
  php,
  aspnetCore,
  ...settings.map(({ fingerprint }) => fingerprint),
]
