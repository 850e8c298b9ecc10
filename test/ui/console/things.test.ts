import { playJobs } from './open-console.ts'
import { access } from './things/access-jobs.ts'
import { lists } from './things/list-jobs.ts'
import { things } from './things/thing-jobs.ts'

playJobs('orders, resources and everything else', [...lists, ...things, ...access])
