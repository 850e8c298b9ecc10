import type { operations } from '../../spec/generated/iam.ts'
import type { Behaviours } from '../behaviour.ts'
import { createProject, listProjects } from './projects.ts'
import { listDomains, listRegions } from './regions.ts'
import { createTemporaryKey } from './temporary-key.ts'
import { createToken, validateToken } from './token.ts'

/** Tokens, temporary keys, and the look-ups that SDKs make by themselves (bss-and-auth.md 5). */
export const iam: Behaviours<operations> = {
  KeystoneCreateUserTokenByPassword: createToken,
  KeystoneValidateToken: validateToken,
  CreateTemporaryAccessKeyByToken: createTemporaryKey,
  KeystoneListProjects: listProjects,
  KeystoneCreateProject: createProject,
  KeystoneListRegions: listRegions,
  KeystoneListAuthDomains: listDomains,
}
