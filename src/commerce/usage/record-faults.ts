/** Result codes of single records (koogallery.md 10.1); 008 is listed nowhere. The vendor's texts are not published: these are our own. */
export const RECORD_FAULTS = {
  '001': 'The instance does not exist.',
  '002': "A time is not of the form yyyyMMdd'T'HHmmss'Z'.",
  '003': 'usage_value is no positive number with at most four decimals.',
  '004': 'metering_sn is missing.',
  '005': 'metering_sn was used before.',
  '006': 'The product has been withdrawn.',
  '007': 'The record is too old.',
  '009': 'The instance does not belong to this seller.',
  '010': 'The record repeats another: same instance, begin and end.',
  '011': 'The time range is not valid.',
  '012': 'The instance is not pay-per-use.',
  '013': 'The state of the instance does not allow it.',
  '014': 'The resource is closed already.',
  '015': 'begin_time lies before the opening of the resource.',
  '016': 'The resource is still being opened.',
  '017': 'relate_pkg_instance is empty although the package stops when used up.',
  '018': 'relate_pkg_instance is unknown or does not belong to the instance.',
  '019': 'Blocked by risk control.',
} as const

export type RecordFault = keyof typeof RECORD_FAULTS
