import type { ComponentChildren } from 'preact'
import { useEffect, useState } from 'preact/hooks'
import { frameStrings } from '../parts/frame-strings.ts'
import type { Session } from '../state/session.ts'
import { namedFiles } from '../toolbar/named-files.ts'

export interface DropTargetProps {
  readonly session: Session
  readonly children: ComponentChildren
}

/** The panel's frame, which accepts dropped files and the pasted text of a recording. */
export function DropTarget({ session, children }: DropTargetProps) {
  const [over, setOver] = useState(false)
  useEffect(() => {
    const paste = (event: ClipboardEvent): void => {
      const files = event.clipboardData?.files ?? []
      const text = event.clipboardData?.getData('text/plain') ?? ''
      if (event.target instanceof HTMLInputElement || event.target instanceof HTMLTextAreaElement) return
      if (files.length > 0) void session.readFiles(namedFiles(files))
      else if (text.trim() !== '') void session.readFiles([pasted(text)])
    }
    const hold = (event: DragEvent): void => {
      if (!event.dataTransfer?.types.includes('Files')) return
      event.preventDefault()
      setOver(true)
    }
    const leave = (event: DragEvent): void => {
      if (event.relatedTarget === null) setOver(false)
    }
    const drop = (event: DragEvent): void => {
      event.preventDefault()
      setOver(false)
      void session.readFiles(namedFiles(event.dataTransfer?.files ?? []))
    }
    const stop = new AbortController()
    const { signal } = stop
    document.addEventListener('paste', paste, { signal })
    document.addEventListener('dragenter', hold, { signal })
    document.addEventListener('dragover', hold, { signal })
    document.addEventListener('dragleave', leave, { signal })
    document.addEventListener('drop', drop, { signal })
    return () => stop.abort()
  }, [session])

  return (
    <div class="panel">
      {children}
      {over && (
        <div class="drop" aria-hidden="true">
          {frameStrings.drop}
        </div>
      )}
    </div>
  )
}

const pasted = (text: string) => ({
  name: frameStrings.pastedName,
  blob: new Blob([text]),
})
