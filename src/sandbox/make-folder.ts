/** For rooms that write files of their own. */
export { makeFolder } from '../world/persistence/directory/make-folder.ts'
