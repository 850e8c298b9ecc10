import { catalogue } from '../catalogue.ts'

export const recordZh = catalogue({
  'Headers that Node adds on the socket: Connection, Content-Length, Keep-Alive, Transfer-Encoding.': 'Node 在套接字上添加的消息头：Connection、Content-Length、Keep-Alive、Transfer-Encoding。',
  'Pages below /_sandbox for people, and what follows the head of a stream of facts.': '/_sandbox 下供人查看的页面，以及事实流开头之后的内容。',
  'Requests that were refused before their body was read: a foreign host or origin, too large, memory short.': '读取消息体之前就被拒绝的请求：主机或来源不对、过大、内存不足。',
  'This version cannot repeat the action "{0}" of the run. Replay it with a newer version.': '本版本不能重复该运行的操作 "{0}"。用更新的版本回放。',
  'What a fault does to the connection: delays, cuts, slow bytes. The answer that it is done to is compared.': '故障对连接的影响：延迟、中断、慢速字节。故障所作用的响应会比较。',
  'What was still running when the sandbox stopped.': '沙箱停止时仍在运行的内容。',
  '{0} cannot be written any more ({1}). The recording ends here.': '{0} 无法继续写入（{1}）。录制到此结束。',
  '{0} cannot be written: {1}.': '{0} 无法写入：{1}。',
  '{0} is not a run file. Record one: koosandbox serve --record NEW.json.': '{0} 不是运行文件。录制一个：koosandbox serve --record NEW.json。',
  '{0} is not a run file. Record one: koosandbox serve --record run.json.': '{0} 不是运行文件。录制一个：koosandbox serve --record run.json。',
  '{0} is there already. Record into a new file, or delete this one.': '{0} 已存在。录制到新文件，或删除它。',
  '{0}: format {1} is newer than {2}, the newest that this version of koogallery-sandbox reads. Update koogallery-sandbox.': '{0}：格式 {1} 比 {2} 新，后者是本版本 koogallery-sandbox 能读取的最新格式。升级 koogallery-sandbox。',
  '{0}:{1}: this line is not JSON. Record the run again.': '{0}:{1}：这一行不是 JSON。重新录制。',
})
