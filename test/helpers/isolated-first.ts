import { relative } from 'node:path'
import { BaseSequencer, type TestSpecification } from 'vitest/node'

/** Files that take long: one of them at the end would keep one process busy while the others have nothing left to do. */
const LONG: readonly string[] = [
  'test/mutation/mutation.test.ts',
  'test/verify/broken-sellers.test.ts',
  'test/ui/console/things.test.ts',
  'test/contract/stock-verifier.test.ts',
  'test/verify/stories/stories.test.ts',
  'test/ui/console/sandbox-pages.test.ts',
  'test/contract/seller-states.test.ts',
  'test/http/every-operation.test.ts',
  'test/verify/profiles.test.ts',
  'test/ui/console/shell.test.ts',
  'test/journeys/random-worlds.test.ts',
  'test/documents/schemas/random-schemas.test.ts',
  'test/examples/ci.test.ts',
  'test/ui/console/hostile.test.ts',
  'test/recipes/every-error.test.ts',
  'test/state/disk.test.ts',
  'test/replicas/replicas.test.ts',
  'test/ui/console/coverage.test.ts',
  'test/ui/console/examination.test.ts',
  'test/verify/python-seller.test.ts',
]

/**
 * Files with a process of their own run before all others. Vitest ends a shared process as soon as the next file in the queue is not for
 * it, and what was loaded and compiled there is lost. Then those that take long, then the rest.
 */
export class IsolatedFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const rank = ({ project, moduleId }: TestSpecification) => {
      if (project.config.isolate) return 0
      return LONG.includes(relative(process.cwd(), moduleId).replaceAll('\\', '/')) ? 1 : 2
    }
    return (await super.sort(files)).sort((a, b) => rank(a) - rank(b))
  }
}
