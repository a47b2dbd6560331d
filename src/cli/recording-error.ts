/** What is wrong with one recording of an archive. */
export class RecordingError extends Error {
  /** The archive, and the recording's path in it. */
  readonly recording: string

  constructor(recording: string, cause: unknown) {
    super(`${recording} can't be read`, { cause })
    this.recording = recording
  }
}
