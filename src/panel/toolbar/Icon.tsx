/** The toolbar's icons, as paths in a 16 × 16 square. */
const PATHS = {
  record: 'M8 4a4 4 0 1 0 0 8 4 4 0 0 0 0-8z',
  clear: 'M8 3a5 5 0 1 0 0 10A5 5 0 0 0 8 3zM4.5 11.5l7-7',
  group: 'M2.5 4h4M4.5 8h7M4.5 12h7M2.5 8h.5M2.5 12h.5',
  fold: 'M4 6.5 8 3l4 3.5M4 9.5 8 13l4-3.5',
  reload: 'M12.5 8a4.5 4.5 0 1 1-1.3-3.2M12.5 2.5v3h-3',
  watch:
    'M1.5 8S4 3.8 8 3.8 14.5 8 14.5 8 12 12.2 8 12.2 1.5 8 1.5 8zM8 6.2a1.8 1.8 0 1 0 0 3.6 1.8 1.8 0 0 0 0-3.6z',
  open: 'M2.5 12.5v-9h4l1.5 2h5.5v7z',
  export: 'M8 2.5v7M5 7l3 3 3-3M3 13h10',
  settings:
    'M8 5.8a2.2 2.2 0 1 0 0 4.4 2.2 2.2 0 0 0 0-4.4zM8 2v2M8 12v2M2 8h2M12 8h2M3.8 3.8l1.4 1.4M10.8 10.8l1.4 1.4M3.8 12.2l1.4-1.4M10.8 5.2l1.4-1.4',
  more: 'M4 4l4 4-4 4M8.5 4l4 4-4 4',
} as const

export type IconName = keyof typeof PATHS

export const Icon = ({ name }: { readonly name: IconName }) => (
  <svg class="icon" viewBox="0 0 16 16" aria-hidden="true">
    <path d={PATHS[name]} />
  </svg>
)
