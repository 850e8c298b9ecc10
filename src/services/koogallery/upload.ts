import { createHash } from 'node:crypto'
import type { operations } from '../../spec/generated/koogallery.ts'
import type { Upload } from '../../world/entities/entities.ts'
import type { Behaviour, BehaviourContext } from '../behaviour.ts'

type Uploading = operations['UploadMarketEventFile']

/** A file as the parser of multipart bodies returns it. */
interface SentFile {
  readonly fileName: string | undefined
  readonly bytes: Uint8Array
}

/** File types that the marketplace accepts as user guides (S-34). */
const DOCUMENTS = ['rar', 'zip', 'doc', 'docx', 'pdf', 'ppt', 'pptx']

/** Stores a text or a file for an event of the marketplace, the file with its checksum (koogallery.md 11.1). Records `upload.received`. */
export const upload: Behaviour<Uploading> = (context) => {
  const { world, input, caller, refuse } = context
  const eventId = input.path.event_id
  const sellerId = caller.account.id
  const event = world.marketEvents.get(eventId)
  if (event?.sellerId !== sellerId)
    refuse('malformed', '/path/event_id', 'an event that this seller was asked about, such as the eventId of getLicenseAsync', eventId)
  const { type } = input.body.isvUpdateFileReq
  const content = type === 'FILE' ? fileOf(context) : textOf(context)
  const { id } = world.uploads.put({ id: world.ids.hex('uploads'), eventId, sellerId, type, at: world.clock.now(), ...content })
  world.emit({ type: 'upload.received', uploadId: id, eventId, sellerId })
  return { error_code: 'CBC.0000', error_msg: 'Success' }
}

function textOf({ input, refuse }: BehaviourContext<Uploading>): Pick<Upload, 'characters'> {
  const { characters } = input.body.isvUpdateFileReq
  return characters === undefined || characters === ''
    ? refuse('missing', '/body/isvUpdateFileReq/characters', 'the text, for type CHARACTERS', 'nothing')
    : { characters }
}

function fileOf({ world, input, refuse }: BehaviourContext<Uploading>): Pick<Upload, 'fileName' | 'size' | 'sha256'> {
  const { file_name, sha256 } = input.body.isvUpdateFileReq
  // The types declare a file as a text; the actual input is its bytes.
  const file = input.body.file as unknown as SentFile | undefined
  const at = '/body/isvUpdateFileReq'
  if (!file) return refuse('missing', '/body/file', 'the file, for type FILE', 'nothing')
  if (!file_name && world.setting('koogallery.upload_file_name') === 'required')
    return refuse('missing', `${at}/file_name`, 'the name of the file, for type FILE', 'nothing')
  if (!sha256) return refuse('missing', `${at}/sha256`, 'the SHA-256 of the file in hex, for type FILE', 'nothing')
  const largest = world.setting('koogallery.upload_largest_file') * 1024 * 1024
  if (file.bytes.length > largest) return refuse('range', '/body/file', `at most ${largest} bytes`, `${file.bytes.length} bytes`)
  const fileName = file_name ?? file.fileName
  const kind = fileName?.split('.').at(-1)?.toLowerCase() ?? ''
  if (world.setting('koogallery.upload_kinds') === 'documents' && !DOCUMENTS.includes(kind))
    return refuse('malformed', `${at}/file_name`, `a name that ends in ${DOCUMENTS.join(', ')}`, fileName ?? 'nothing')
  const digest = createHash('sha256').update(file.bytes).digest('hex')
  if (digest !== sha256.toLowerCase()) return refuse('malformed', `${at}/sha256`, `the file's own: ${digest}`, sha256)
  return { size: file.bytes.length, sha256: digest, ...(fileName === undefined ? {} : { fileName }) }
}
