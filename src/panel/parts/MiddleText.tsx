/** How much of the end is always shown. */
const END = 18

/** A long value on one line: its middle is shortened if necessary; hovering shows all of it. */
export function MiddleText({ text }: { readonly text: string }) {
  const at = text.length - Math.min(END, Math.floor(text.length / 2))
  return (
    <span class="middle" title={text}>
      <span>{text.slice(0, at)}</span>
      <span>{text.slice(at)}</span>
    </span>
  )
}
