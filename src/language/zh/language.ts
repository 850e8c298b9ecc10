import { catalogue } from '../catalogue.ts'

export const languageZh = catalogue({
  'Did you mean "{0}"?': '您是不是指 "{0}"？',
})
