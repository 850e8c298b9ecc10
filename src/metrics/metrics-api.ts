/** The numbers of one sandbox, in the text format of Prometheus. */
export interface Metrics {
  /** Its media type. */
  readonly type: string
  text(): Promise<string>
}
