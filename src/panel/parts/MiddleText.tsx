export interface MiddleTextProps {
  readonly text: string
  /** How many characters of the end are always shown. */
  readonly end?: number
}

/** A long value on one line: its middle is shortened if necessary; hovering shows all of it. */
export function MiddleText({ text, end = 18 }: MiddleTextProps) {
  const at = text.length - Math.min(end, Math.floor(text.length / 2))
  return (
    <span class="middle" title={text}>
      <span>{text.slice(0, at)}</span>
      <span>{text.slice(at)}</span>
    </span>
  )
}
