import * as whycors from './node_modules/whycors/dist/index.js'
import { used } from './used.mjs'

const result = async (text) => JSON.stringify(await used(whycors, text))
if (typeof document === 'undefined') self.onmessage = async ({ data }) => postMessage(await result(data))
else
  window.use = {
    inPage: result,
    inWorker: (text) =>
      new Promise((resolve, reject) => {
        const worker = new Worker(import.meta.url, { type: 'module' })
        worker.onmessage = ({ data }) => resolve(data)
        worker.onerror = ({ message }) => reject(new Error(message))
        worker.postMessage(text)
      }),
  }
