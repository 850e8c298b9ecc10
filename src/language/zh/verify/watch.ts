import { catalogue } from '../../catalogue.ts'

export const verifyWatchZh = catalogue({
  '{0} is not this machine': '{0} 不是本机',
})
