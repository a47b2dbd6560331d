import { standard } from '../fetch/implementation.ts'
import type { Engine } from './engine.ts'

/** The Fetch standard as an engine: its code is the failing step, and it prints nothing. */
export const spec: Engine<'spec'> = {
  id: 'spec',
  title: 'Fetch standard',
  measured: null,
  implementation: standard,
  code: ({ step }) => step,
  message: () => null,
}
