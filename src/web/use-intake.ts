import { useEffect, useMemo, useState } from 'preact/hooks'
import { harOfLink, harOfPasted, LinkError, type PastedExchange } from '../internal.ts'
import type { NamedFile, Session } from '../panel/state/session.ts'
import { type Answer, answerTo } from './answer.ts'
import { ASSUMED_AT_FIRST, type Pasted } from './pasted.ts'
import { hashOfRule, type Route, START } from './route.ts'
import { webStrings } from './web-strings.ts'

export interface Intake {
  /** The panel's session, which here also reads texts that aren't recordings. */
  readonly session: Session
  readonly answer: Answer | null
  /** The pasted text, if the list shows its requests. */
  readonly pasted: Pasted | null
  readonly take: (text: string) => void
  readonly assume: (assumptions: Pasted['assumptions']) => void
}

/** Longer files are recordings. */
const LONGEST_TEXT = 1_000_000

/** Returns functions that read files, pasted texts and links. */
export function useIntake(panel: Session, route: Route): Intake {
  const [answer, setAnswer] = useState<Answer | null>(null)
  const [pasted, setPasted] = useState<Pasted | null>(null)

  function show(
    name: string,
    exchanges: readonly PastedExchange[],
    assumptions: Pasted['assumptions'],
  ): void {
    const { har, assumed } = harOfPasted(exchanges, assumptions)
    panel.clear()
    setPasted({ name, exchanges, assumptions, assumed })
    void panel.readFiles([{ name, blob: new Blob([JSON.stringify(har)]) }])
  }
  function take(text: string): void {
    const found = answerTo(text)
    setAnswer(found)
    panel.store.dispatch({ type: 'failed', message: null })
    if (found.type === 'har') {
      setPasted(null)
      void panel.readFiles([{ name: webStrings.pastedHar, blob: new Blob([found.text]) }])
    } else if (found.type === 'exchanges') show(found.name, found.exchanges, ASSUMED_AT_FIRST)
    else if (found.type === 'rule') location.hash = hashOfRule(found.id)
    else if (panel.store.get().sources.length > 0) panel.clear()
  }
  async function readFiles(files: readonly NamedFile[]): Promise<void> {
    const [file] = files
    const text = files.length === 1 && file !== undefined ? await textOf(file) : null
    if (text !== null) return take(text)
    setPasted(null)
    setAnswer(null)
    await panel.readFiles(files)
  }
  const clear = (): void => {
    setPasted(null)
    setAnswer(null)
    panel.clear()
    if (location.hash !== '') location.hash = START
  }

  const link = route.type === 'link' ? route.link : null
  useEffect(() => {
    if (link === null) return
    panel.clear()
    setPasted(null)
    try {
      const har = new Blob([JSON.stringify(harOfLink(link))])
      void panel.readFiles([{ name: webStrings.linked, blob: har }])
    } catch (error) {
      if (!(error instanceof LinkError)) throw error
      setAnswer({ type: 'failed', title: webStrings.linkFailed, why: error.message })
    }
  }, [link, panel])

  const session = useMemo(() => ({ ...panel, readFiles, clear }), [panel])
  return {
    session,
    answer,
    pasted,
    take,
    assume: (assumptions) => pasted !== null && show(pasted.name, pasted.exchanges, assumptions),
  }
}

/** A short file that doesn't begin as JSON, an archive or an image may be a command or headers. */
async function textOf({ blob }: NamedFile): Promise<string | null> {
  if (blob.size > LONGEST_TEXT) return null
  const text = await blob.text()
  return /^\s*[[{]/.test(text) || /[\0\ufffd]/.test(text.slice(0, 4096)) || /^\s*</.test(text) ? null : text
}
