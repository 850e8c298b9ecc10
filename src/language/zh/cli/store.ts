import { catalogue } from '../../catalogue.ts'

export const cliStoreZh = catalogue({
  'Copy the worlds of a directory (serve --state) into a shared store': '把目录（serve --state）里的世界复制到共享存储',
  'Create the tables of a shared store, or bring them to this version': '创建共享存储的数据表，或升级到此版本',
  'Database that replicas share; default: KOOSANDBOX_STORE': '副本共用的数据库；默认 KOOSANDBOX_STORE',
  'Imported: {0} worlds ({1}), {2} snapshots.': '已导入：{0} 个世界（{1}），{2} 个快照。',
  'Imported: {0} worlds ({1}, …), {2} snapshots.': '已导入：{0} 个世界（{1}……），{2} 个快照。',
  'JSON, for scripts': '输出 JSON，供脚本使用',
  'Name the database: --store postgres://user@host/database, or KOOSANDBOX_STORE.': '指定数据库：--store postgres://user@host/database，或 KOOSANDBOX_STORE。',
  'No replica is running.': '没有副本在运行。',
  'Remove what a shared store no longer needs': '清除共享存储中不再需要的内容',
  'Remove worlds too that nobody used for so many days': '也清除这么多天没有使用的世界',
  'Removed: {0} worlds, {1} shared starts, {2} ended replicas.': '已清除：{0} 个世界，{1} 个共享初始世界，{2} 个已结束的副本。',
  'Show the replicas of a shared store, and what it holds': '显示共享存储的副本及其内容',
  'Tables: of this version': '数据表：此版本',
  'The directory; no sandbox may be using it': '目录；不能有沙箱正在使用它',
  'The tables are those of this version already.': '数据表已是此版本。',
  'Worlds: {0}, of which {1} in memory; snapshots: {2}; {3} MB': '世界：{0}，其中内存中 {1}；快照：{2}；{3} MB',
  'has {0}, which is newer': '为 {0}，版本更新',
})
