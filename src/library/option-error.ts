/** Thrown for an invalid option: an engine or a kind of server that doesn't exist, an origin that isn't a URL. */
export class OptionError extends TypeError {
  override readonly name = 'OptionError'
  readonly type = 'option error'
  /** The option's name: "engine". */
  readonly option: string

  constructor(option: string, reason: string) {
    super(`${option}: ${reason}`)
    this.option = option
  }
}
