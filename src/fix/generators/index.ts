import apache from './apache.ts'
import apiGatewayHttp from './api-gateway-http.ts'
import apiGatewayRest from './api-gateway-rest.ts'
import aspnetCore from './aspnet-core.ts'
import awsS3 from './aws-s3.ts'
import azureFunctions from './azure-functions.ts'
import bun from './bun.ts'
import caddy from './caddy.ts'
import cloudflareWorkers from './cloudflare-workers.ts'
import cloudfront from './cloudfront.ts'
import deno from './deno.ts'
import django from './django.ts'
import envoy from './envoy.ts'
import express from './express.ts'
import expressPlain from './express-plain.ts'
import fastapi from './fastapi.ts'
import fastify from './fastify.ts'
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
import lambda from './lambda.ts'
import lambdaUrl from './lambda-url.ts'
import laravel from './laravel.ts'
import nestjs from './nestjs.ts'
import nextjs from './nextjs.ts'
import nextjsRoute from './nextjs-route.ts'
import nginx from './nginx.ts'
import nodeHttp from './node-http.ts'
import php from './php.ts'
import rails from './rails.ts'
import springBoot from './spring-boot.ts'
import springMvc from './spring-mvc.ts'
import traefik from './traefik.ts'

/** Every kind of server that configuration can be written for, in the order in which they are offered. */
export const generators = [
  express,
  expressPlain,
  nginx,
  fastapi,
  nodeHttp,
  fastify,
  nestjs,
  koa,
  hono,
  nextjs,
  nextjsRoute,
  bun,
  deno,
  django,
  flask,
  rails,
  php,
  laravel,
  go,
  goRsCors,
  springMvc,
  springBoot,
  aspnetCore,
  apache,
  caddy,
  haproxy,
  traefik,
  envoy,
  ingressNginx,
  cloudflareWorkers,
  firebaseFunctions,
  lambda,
  lambdaUrl,
  apiGatewayHttp,
  apiGatewayRest,
  awsS3,
  cloudfront,
  googleCloudStorage,
  firebaseHosting,
  azureFunctions,
] as const

/** The value for `--for`. */
export type GeneratorId = (typeof generators)[number]['id']
