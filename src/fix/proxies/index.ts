import expressProxy from './express-proxy.ts'
import nextRewrites from './next-rewrites.ts'
import nginxProxyPass from './nginx-proxy-pass.ts'
import vite from './vite.ts'
import webpackDevServer from './webpack-dev-server.ts'

/** Every kind of server that can be a proxy between a page and an API, in the order in which they are offered. */
export const proxies = [vite, webpackDevServer, nextRewrites, expressProxy, nginxProxyPass] as const

/** The value for `--proxy`. */
export type ProxyId = (typeof proxies)[number]['id']
