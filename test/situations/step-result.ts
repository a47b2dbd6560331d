import type { Step } from './situation.ts'

/** What the page itself got of a request. */
export interface StepResult {
  /** "sent": it has no way to know; "broken": a response, whose body broke; "silent": neither this nor that in time. */
  readonly got: 'response' | 'failure' | 'broken' | 'aborted' | 'sent' | 'silent'
  /** `Response.type`, where there is one. */
  readonly type: string | null
  readonly text: string
}

/** Makes the request of a step and returns what came of it. Runs in pages and workers, so it refers to nothing outside itself. */
export async function perform(step: Step, url: string): Promise<StepResult> {
  const result = (got: StepResult['got'], type: string | null = null, text = ''): StepResult => ({
    got,
    type,
    text,
  })
  const later = (milliseconds: number) => new Promise<void>((resolve) => setTimeout(resolve, milliseconds))

  async function byFetch(step: Extract<Step, { does: 'fetch' }>): Promise<StepResult> {
    const abort = new AbortController()
    if (step.after === 'abort') setTimeout(() => abort.abort(), 150)
    let response: Response
    try {
      response = await fetch(url, { ...step.init, signal: abort.signal })
    } catch (error) {
      return result(abort.signal.aborted ? 'aborted' : 'failure', null, String(error))
    }
    if (step.after === 'leave') return result('response', response.type)
    if (step.after === 'abort at headers') {
      abort.abort()
      return result('response', response.type)
    }
    try {
      await response.text()
      return result('response', response.type, String(response.status))
    } catch (error) {
      return result('broken', response.type, String(error))
    }
  }

  const byXhr = (step: Extract<Step, { does: 'xhr' }>) =>
    new Promise<StepResult>((resolve) => {
      const xhr = new XMLHttpRequest()
      const { method = 'GET', headers = {}, body = null, credentials } = step.init ?? {}
      if (step.user === undefined) xhr.open(method, url)
      else xhr.open(method, url, true, step.user, 'secret')
      xhr.withCredentials = credentials === 'include'
      for (const [name, value] of Object.entries(headers)) xhr.setRequestHeader(name, value)
      if (step.listensToUpload) xhr.upload.addEventListener('progress', () => {})
      xhr.addEventListener('error', () => resolve(result('failure')))
      // An XMLHttpRequest does not say what type its response is of.
      xhr.addEventListener('load', () => resolve(result('response', null, String(xhr.status))))
      xhr.send(body)
    })

  const byElement = (step: Extract<Step, { does: 'element' }>) =>
    new Promise<StepResult>((resolve) => {
      const element = document.createElement(step.tag)
      for (const [name, value] of Object.entries(step.attributes)) element.setAttribute(name, value)
      const loaded = () => resolve(result('response'))
      for (const name of ['load', 'loadedmetadata']) element.addEventListener(name, loaded)
      element.addEventListener('error', () => resolve(result('failure')))
      const urlAttribute = step.tag === 'link' ? 'href' : step.tag === 'object' ? 'data' : 'src'
      element.setAttribute(urlAttribute, url)
      if (step.tag !== 'track') return void document.body.append(element)
      const video = document.createElement('video')
      const crossorigin = step.attributes['crossorigin']
      if (crossorigin !== undefined) video.setAttribute('crossorigin', crossorigin)
      video.append(element)
      document.body.append(video)
      ;(element as HTMLTrackElement).track.mode = 'showing'
    })

  const byEvents = (withCredentials: boolean) =>
    new Promise<StepResult>((resolve) => {
      const events = new EventSource(url, { withCredentials })
      const end = (got: StepResult['got']) => {
        if (got === 'failure') events.close()
        resolve(result(got))
      }
      events.addEventListener('open', () => end('response'))
      events.addEventListener('error', () => end('failure'))
    })

  const bySocket = () =>
    new Promise<StepResult>((resolve) => {
      const socket = new WebSocket(url)
      socket.addEventListener('open', () => resolve(result('response')))
      socket.addEventListener('error', () => resolve(result('failure')))
    })

  const run = async (): Promise<StepResult> => {
    switch (step.does) {
      case 'fetch':
        return byFetch(step)
      case 'xhr':
        return byXhr(step)
      case 'element':
        return byElement(step)
      case 'events':
        return byEvents(step.withCredentials)
      case 'socket':
        return bySocket()
      case 'font':
        return new FontFace('lab', `url(${url})`).load().then(
          () => result('response'),
          (error) => result('failure', null, String(error)),
        )
      case 'css font': {
        const style = document.createElement('style')
        style.textContent = `@font-face { font-family: lab; src: url(${url}) } body { font-family: lab }`
        document.head.append(style)
        document.body.append('text')
        await later(300)
        return result('sent')
      }
      case 'css': {
        const style = document.createElement('style')
        style.textContent = step.rule.replace('$url', url)
        document.head.append(style)
        const target = document.createElement('p')
        target.className = 'lab'
        target.textContent = 'lab'
        document.body.append(target)
        await later(300)
        return result('sent')
      }
      case 'import':
        return import(url).then(
          () => result('response'),
          (error) => result('failure', null, String(error)),
        )
      case 'beacon':
        navigator.sendBeacon(url, new Blob([step.body], { type: step.type }))
        await later(300)
        return result('sent')
      case 'wait':
        await later(step.milliseconds)
        return result('sent')
    }
  }
  const failed = (error: unknown) => result('failure', null, String(error))
  return Promise.race([run().catch(failed), later(4000).then(() => result('silent'))])
}
