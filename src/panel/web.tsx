import { render } from 'preact'
import { Panel } from './frame/Panel.tsx'
import { makeSession } from './make-session.ts'
import { systemClock } from './state/inspected.ts'

const root = document.getElementById('root')
const sample = (): string => document.getElementById('sample')?.textContent ?? ''
if (root !== null) render(<Panel session={makeSession(null, systemClock, sample)} />, root)
