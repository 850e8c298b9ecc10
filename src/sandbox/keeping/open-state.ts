import type { ChangeLog } from '../../world/engine/change-log.ts'
import type { openDirectoryLog } from '../../world/persistence/directory/directory-log.ts'

/** Opens the directory that keeps the worlds. What does so is loaded only then: most sandboxes keep nothing. */
export async function openState(...given: Parameters<typeof openDirectoryLog>): Promise<ChangeLog> {
  const directory = await import('../../world/persistence/directory/directory-log.ts')
  return directory.openDirectoryLog(...given)
}
