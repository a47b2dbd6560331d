import type { Explanation, Section, SectionId } from '../../internal.ts'

/** Returns a section of an explanation; without items if there is none. */
export const sectionOf = ({ sections }: Explanation, id: SectionId): Section =>
  sections.find((section) => section.id === id) ?? { id, title: '', items: [] }
