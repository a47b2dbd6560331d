import { render } from 'preact'
import { Panel } from './frame/Panel.tsx'
import { systemClock } from './live/inspected.ts'
import { makeSession } from './state/make-session.ts'

const root = document.getElementById('root')
const sample = (): string => document.getElementById('sample')?.textContent ?? ''
if (root !== null) render(<Panel session={makeSession(null, systemClock, sample)} />, root)
