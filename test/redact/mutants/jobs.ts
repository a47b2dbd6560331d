import { isLeaked, placesFor } from '../places/all-places.ts'
import { byItself } from '../places/by-itself.ts'
import { COMMANDS } from '../places/commands.ts'
import { inFields } from '../places/in-fields.ts'
import { OUTPUTS } from '../places/outputs.ts'
import { hasPartOfSecret, SECRET } from '../places/secret.ts'
import { SESSIONS } from '../places/sessions.ts'

/** One thing that prints what it's given, and the secret that it must not print. */
export interface Job {
  readonly what: string
  readonly secret: string
  leaks(): Promise<boolean>
}

const commands: readonly Job[] = Object.entries({ ...COMMANDS, ...SESSIONS }).map(([what, printed]) => ({
  what,
  secret: SECRET,
  leaks: async () => hasPartOfSecret(await printed()),
}))

const sharp: ReadonlySet<string> = new Set([...inFields, ...byItself].map(({ what }) => what))

const inOutputs = Object.entries(OUTPUTS).flatMap(([output, { of }]) =>
  placesFor(output).map((place) => ({
    // What only one place shows comes first, then an output that has nearly all values.
    turn: sharp.has(place.what) ? 0 : output === 'HAR of the panel' ? 1 : output === 'JSON' ? 2 : 3,
    job: {
      what: `${output}: ${place.what}`,
      secret: place.secret,
      leaks: async () => isLeaked(await of(place.har, false), place),
    },
  })),
)

/** Everything that the tests of masking try, in an order in which a place that is off is soon found. */
export const jobs: readonly Job[] = [
  ...commands,
  ...inOutputs.toSorted((a, b) => a.turn - b.turn).map(({ job }) => job),
]
