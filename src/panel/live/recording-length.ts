export type RecordingLength = 'short' | 'long' | 'very long'

/**
 * How many requests make a recording long, and very long: DevTools hands out all of them or none, and Chromium takes about
 * 15 µs of one task for each.
 */
const LONG = 500
const VERY_LONG = 2000

/** Returns how long it takes to read all of a recording: if it's very long, longer than a task may be. */
export const recordingLength = (requests: number): RecordingLength =>
  requests > VERY_LONG ? 'very long' : requests > LONG ? 'long' : 'short'
