import { catalogue } from '../../catalogue.ts'

export const cliSigningZh = catalogue({
  'A file with a curl command, a HAR entry or raw HTTP; or the curl command itself. Without it: standard input': '含 curl 命令、HAR 条目或原始 HTTP 的文件，或 curl 命令本身；不带时读取标准输入',
  'Key of the seller console (accessKey); no sandbox is asked then': '卖家中心的密钥（accessKey）；此时不查询沙箱',
  'Pass a request: a file, a curl command in quotation marks, or standard input.': '传入请求：文件、带引号的 curl 命令，或标准输入。',
  'Secret key (SK) of an app; no sandbox is asked then': '应用的 Secret Key（SK）；此时不查询沙箱',
  "Show how the signature of a request is made, step by step, and what is wrong with the one that it carries: an app's call of the cloud, or the marketplace's call of a seller. Without --key and --sk the keys of a running sandbox are used":
    '逐步说明请求的签名怎样得出，以及它所带的签名错在哪里：应用对云服务的调用，或云商店对商家的调用。不带 --key 和 --sk 时使用运行中沙箱的密钥',
  'The request': '请求',
  'The text that your code signed, as it printed it: the first difference is shown': '您的代码打印出的待签名字符串：显示第一处不同',
  'first difference: line {0}, column {1}': '第一处不同：第 {0} 行，第 {1} 列',
  'given     none': '实际      无',
  'given     none  {0}': '实际      无  {0}',
  'the key of --key': '--key 的密钥',
  'the secret key of --sk': '--sk 的密钥',
  '{0}  {1}  signed with {2}': '{0}  {1}  签名用的是{2}',
  '{0}: there is no file {1}.': '{0}：没有文件 {1}。',
})
