import { BaseSequencer, type TestSpecification } from 'vitest/node'

/**
 * Files with a process of their own run before all others. Vitest ends a shared process as soon as the next file in the queue is not for
 * it, and what was loaded and compiled there is lost.
 */
export class IsolatedFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files)
    const isolated = ({ project }: TestSpecification) => project.config.isolate
    return [...sorted.filter(isolated), ...sorted.filter((file) => !isolated(file))]
  }
}
