import { catalogue } from '../catalogue.ts'

export const replayZh = catalogue({
  '(whole)': '（全部）',
  'A program wrote to world "{0}" directly. A replay cannot repeat that: make such changes by calls, or by methods of the sandbox.': '有程序直接写入了世界 "{0}"。回放不能重复它：用调用或沙箱的方法做这种改动。',
  'Calls that the real seller makes to the sandbox: the replay does not listen. It repeats the recorded ones.': '真实商家对沙箱的调用：回放不监听，只重复录制的调用。',
  'How long a seller took, and the headers of its answers.': '商家的耗时，以及其响应的消息头。',
  'It was recorded at {0}; the replay listens nowhere.': '录制时监听 {0}；回放不监听任何地址。',
  'Open the sandbox first.': '先打开沙箱。',
  'The last line of {0} was cut off and is left out.': '{0} 的最后一行被截断，已略过。',
  'The recording has no end: the sandbox was killed, or is still running.': '录制没有结尾：沙箱被强行结束，或仍在运行。',
  'Timestamps, nonces and signatures of calls to the real sellers: they are new, so that a seller accepts them. The recorded ones are compared as usual.': '对真实商家的调用的时间戳、nonce 和签名：为使商家接受，它们是新的。录制的那些照常比较。',
  'an answer': '响应',
  'answer of the seller to {0}': '商家对 {0} 的响应',
  'body, byte {0}': '消息体，第 {0} 字节',
  'call of a backend': '对后端的调用',
  'call {0} used a credential that is not among the printed ones': '调用 {0} 使用了不在打印之列的凭证',
  'delivery {0} of world {1}, attempt {2}': '世界 {1} 的投递 {0}，第 {2} 次尝试',
  'not recorded': '没有录制',
  nothing: '无',
  'nothing: it was not sent': '空：没有发送',
  'nothing: none was recorded': '空：没有录制',
  'the end, after {0} bytes': '{0} 字节之后结束',
  '{0} was recorded by a sandbox that other machines could reach. Its seed is not in the file, because its keys and passwords are made from it. Give the seed that `serve` printed: koosandbox replay {1} --seed TEXT (replayRun: option sandbox.seed).':
    '{0} 由其他机器可以访问的沙箱录制。它的种子不在文件中，因为密钥和密码由种子生成。传入 `serve` 打印的种子：koosandbox replay {1} --seed TEXT（replayRun：选项 sandbox.seed）。',
  '{0} was recorded with specs given as data (option "bundle"). Give the same ones: replayRun(text, name, { sandbox: { bundle } }).': '{0} 录制时的规范以数据给出（选项 "bundle"）。给出相同的规范：replayRun(text, name, { sandbox: { bundle } })。',
})
