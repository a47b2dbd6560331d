import { render } from 'preact'
import { makeWebSession } from './judging/make-web-session.ts'
import { Site } from './Site.tsx'

const root = document.getElementById('root')
const sample = (): string => document.getElementById('sample')?.textContent ?? ''
if (root !== null) {
  const session = makeWebSession(sample)
  render(<Site session={session} />, root)
}
