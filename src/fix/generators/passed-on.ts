import { code, type Text, text } from '../../text/text.ts'

/** What has to go where an app of Node.js is itself a proxy: headers that it copies replace those that were set. */
export const PASSED_ON: Text = text`${code('Access-Control-*')} headers that the app passes on from another server: with ${code('http-proxy-middleware')} delete them in ${code('on.proxyRes')}.`
