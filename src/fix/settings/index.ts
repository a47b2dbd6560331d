import angular from './angular.ts'
import apim from './apim.ts'
import appwrite from './appwrite.ts'
import auth0 from './auth0.ts'
import azureBlob from './azure-blob.ts'
import azureWebApps from './azure-web-apps.ts'
import cloudRun from './cloud-run.ts'
import directus from './directus.ts'
import elasticsearch from './elasticsearch.ts'
import grafana from './grafana.ts'
import hasura from './hasura.ts'
import iis from './iis.ts'
import jupyter from './jupyter.ts'
import keycloak from './keycloak.ts'
import kong from './kong.ts'
import llamaCpp from './llama-cpp.ts'
import lmStudio from './lm-studio.ts'
import mcpServer from './mcp-server.ts'
import minio from './minio.ts'
import n8n from './n8n.ts'
import nextDev from './next-dev.ts'
import nitro from './nitro.ts'
import okta from './okta.ts'
import ollama from './ollama.ts'
import openWebui from './open-webui.ts'
import pocketbase from './pocketbase.ts'
import r2 from './r2.ts'
import signalr from './signalr.ts'
import socketIo from './socket-io.ts'
import strapi from './strapi.ts'
import supabase from './supabase.ts'
import vite from './vite.ts'
import vllm from './vllm.ts'
import webpackDevServer from './webpack-dev-server.ts'
import wordpress from './wordpress.ts'
import wrangler from './wrangler.ts'

/** Products and dev servers with a CORS setting, in the order in which they are offered. */
export const settings = [
  keycloak,
  auth0,
  okta,
  supabase,
  cloudRun,
  hasura,
  strapi,
  wordpress,
  directus,
  pocketbase,
  appwrite,
  n8n,
  elasticsearch,
  minio,
  r2,
  azureBlob,
  azureWebApps,
  apim,
  ollama,
  lmStudio,
  vllm,
  llamaCpp,
  openWebui,
  jupyter,
  grafana,
  kong,
  vite,
  webpackDevServer,
  angular,
  nextDev,
  nitro,
  wrangler,
  socketIo,
  signalr,
  iis,
  mcpServer,
] as const

/** The value for `--for` of a setting. */
export type SettingId = (typeof settings)[number]['id']
