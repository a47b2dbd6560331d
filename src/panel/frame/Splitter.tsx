import { frameStrings } from '../parts/frame-strings.ts'
import { splitLimits } from '../state/settings.ts'

export interface SplitterProps {
  /** The list's share of the width, in percent. */
  readonly share: number
  readonly onChange: (share: number) => void
}

const STEP = 2

/** The edge between list and explanation; it's moved by dragging or with the arrow keys. */
export function Splitter({ share, onChange }: SplitterProps) {
  const set = (value: number): void =>
    onChange(Math.min(splitLimits.most, Math.max(splitLimits.least, Math.round(value * 10) / 10)))
  const pull = (event: PointerEvent): void => {
    const edge = event.currentTarget
    if (!(edge instanceof HTMLElement) || event.button !== 0) return
    event.preventDefault()
    edge.setPointerCapture(event.pointerId)
    edge.onpointermove = ({ clientX }) => {
      const box = edge.parentElement?.getBoundingClientRect()
      if (box !== undefined) set((100 * (clientX - box.left)) / box.width)
    }
    edge.onlostpointercapture = () => {
      edge.onpointermove = null
    }
  }
  return (
    // biome-ignore lint/a11y/useSemanticElements: an `hr` can't be dragged
    <div
      class="splitter"
      role="separator"
      aria-orientation="vertical"
      aria-label={frameStrings.split}
      aria-valuenow={Math.round(share)}
      aria-valuemin={splitLimits.least}
      aria-valuemax={splitLimits.most}
      tabIndex={0}
      onPointerDown={pull}
      onKeyDown={(event) => {
        const by = { ArrowLeft: -STEP, ArrowRight: STEP }[event.key]
        const to =
          { Home: splitLimits.least, End: splitLimits.most }[event.key] ??
          (by === undefined ? null : share + by)
        if (to === null) return
        event.preventDefault()
        set(to)
      }}
    />
  )
}
