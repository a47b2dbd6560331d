import { EventEmitter } from 'node:events'
import { expect, test } from 'vitest'
import { endAtFault } from '../../src/cli/end-at-fault.ts'
import { endUnwritten } from '../../src/cli/end-unwritten.ts'

/** A process that notes what it says on standard error and how it ends. */
function started(env: Readonly<Record<string, string>> = {}) {
  const [said, ends]: [string[], number[]] = [[], []]
  const stderr = Object.assign(new EventEmitter(), { write: (text: string) => said.push(text) })
  const process = Object.assign(new EventEmitter(), {
    ...{ stderr, env },
    exit: (code: number) => ends.push(code),
  })
  return { process: process as unknown as NodeJS.Process, stderr, said, ends }
}

const failed = (code: string) => Object.assign(new Error(`${code}: no space left`), { code })

test('what nobody catches is one line and exit code 2', () => {
  const { process, said, ends } = started()
  endAtFault(process)
  process.emit('uncaughtException', new Error('first\nsecond'))
  expect(said).toEqual(['whycors: this is a bug in WhyCORS, please report it: first\\nsecond\n'])
  expect(ends).toEqual([2])
})

test('its stack is printed if it’s wanted', () => {
  const { process, said } = started({ WHYCORS_DEBUG: '1' })
  endAtFault(process)
  process.emit('uncaughtException', new Error('first'))
  expect(said.join('')).toMatch(/ it: first\nError: first\n {4}at /)
})

test('output that can’t be written is one line and exit code 2, unless its reader stopped', () => {
  const full = started()
  endUnwritten(full.process, failed('ENOSPC'))
  expect(full.said).toEqual(["whycors: can't write to standard output: ENOSPC: no space left\n"])
  expect(full.ends).toEqual([2])
  const stopped = started()
  endUnwritten(stopped.process, failed('EPIPE'))
  expect([stopped.said, stopped.ends[0]]).toEqual([[], 0])
})

test('nobody who reads standard error is no fault', () => {
  const { process, stderr, ends } = started()
  endUnwritten(process, failed('ENOSPC'))
  stderr.emit('error', failed('EPIPE'))
  expect(ends).toEqual([2])
})
