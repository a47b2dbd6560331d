import type { Text } from '../../internal.ts'
import { inPanel } from './in-panel.ts'
import { Words } from './Words.tsx'

/** A text that may name options of the command line, in the panel's words. */
export const PanelWords = ({ text }: { readonly text: Text }) => <Words text={inPanel(text)} />
