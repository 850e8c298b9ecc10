import type { operations } from '../../spec/generated/identity.ts'
import type { Behaviours } from '../behaviour.ts'
import { authorize, logout } from './session.ts'
import { issueToken } from './token.ts'
import { showUser } from './user-info.ts'

/** Login of a tenant's people to a seller's application: the identity centre's OAuth 2.0 (koogallery.md 7, S-43). */
export const identity: Behaviours<operations> = {
  IssueOAuthAuthCode: authorize,
  IssueOAuthAccessToken: issueToken,
  ShowUserInfo: showUser,
  SingleLogout: logout,
}
