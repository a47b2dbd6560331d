import type { ReportBug } from '../src/bug.ts'

/** Takes no bug: a part of WhyCORS that throws fails the test. */
export const failOnBug: ReportBug = ({ where, id, message }) => {
  throw new Error(`the ${where} ${id} threw: ${message}`)
}
