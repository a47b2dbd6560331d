import { cautions } from '../../src/cautions/index.ts'
import { testRegistry } from '../test-registry.ts'

testRegistry(
  'cautions',
  cautions.map(({ id }) => id),
)
