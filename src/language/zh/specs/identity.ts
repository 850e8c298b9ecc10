import { catalogue } from '../../catalogue.ts'

export const specsIdentityZh = catalogue({
  'How long a refresh token is valid.': '刷新令牌的有效期。',
  'How long an access token is valid; expires_in tells it in seconds. 7200 in every example.': '访问令牌的有效期；expires_in 以秒为单位给出。所有示例中都是 7200。',
  'How long an authorization code can be exchanged. No page says; RFC 6749 advises ten minutes at most.': '授权码（code）可在多久内交换。没有页面说明；RFC 6749 建议最长十分钟。',
  'RFC 6749: a parameter is missing, unsupported or given twice.': 'RFC 6749：参数缺失、不支持或重复。',
  'RFC 6749: grant_type is neither authorization_code nor refresh_token.': 'RFC 6749：grant_type 既不是 authorization_code，也不是 refresh_token。',
  'RFC 6749: the client is unknown or its secret is wrong. The standard lets a server answer 400 or 401; only 400 is documented for this call.': 'RFC 6749：客户端未知，或其密钥错误。标准允许返回 400 或 401；此接口的文档只有 400。',
  'The access token is missing, unknown or expired.': '访问令牌缺失、未知或已过期。',
  'The code is unknown, used, expired, or was given to another client or for another redirect_uri.': '授权码（code）未知、已使用、已过期，或发给了另一个客户端或另一个 redirect_uri。',
  'The refresh token is unknown, expired, or was given to another client.': '刷新令牌未知、已过期，或发给了另一个客户端。',
  'What stands for the person at the browser when the call names nobody. page, nobody is logged in until a person of the world was picked on the login page; automatic, the first person of the world is logged in and the code comes at once.':
    '调用没有指明人员时，谁算作浏览器前的人。page：在登录页面选定世界中的人之前，没有人登录；automatic：世界中的第一个人视为已登录，立即返回 code。',
  "Where somebody is sent who is not logged in, and after a logout without redirect_url. The address of the real page is not published; this one is the sandbox's own and lists the people of the world.":
    '未登录的人，以及退出登录时没有 redirect_url 的人，被引导到的地址。真实页面的地址没有公布；此地址是沙箱自己的登录页面，列出世界中的人。',
  'Whether a refresh gives a new refresh token and ends the old one. No page says.': '刷新时是否签发新的刷新令牌并使旧的失效。没有页面说明。',
  "Whether the first answer carries a refresh token. KooGallery's applications get one by default, applications of plain OneAccess do not; one example lacks it.": '首次响应是否带刷新令牌。云商店的应用默认带，普通 OneAccess 应用不带；有一个示例中没有。',
  'ask for user information without an access token': '不带访问令牌查询用户信息',
  'ask with grant_type=password': '以 grant_type=password 申请',
  'exchange a code twice': '同一个 code 交换两次',
  'leave out client_id': '不带 client_id',
  'refresh with a token that was never issued': '用从未签发过的令牌刷新',
  'refresh with a wrong client_secret': '用错误的 client_secret 刷新',
})
