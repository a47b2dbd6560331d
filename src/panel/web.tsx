import { render } from 'preact'
import { Panel } from './components/Panel.tsx'
import { systemClock } from './inspected.ts'
import { makeSession } from './make-session.ts'

const root = document.getElementById('root')
const sample = (): string => document.getElementById('sample')?.textContent ?? ''
if (root !== null) render(<Panel session={makeSession(null, systemClock, sample)} />, root)
