interface ShareProps {
  readonly of: { readonly exercised: number; readonly of: number }
}

/** How much of something was exercised: a bar, and the numbers. */
export function Share({ of: { exercised, of } }: ShareProps) {
  return (
    <span class="share">
      <svg viewBox="0 0 100 6" preserveAspectRatio="none" aria-hidden="true">
        <rect class="share-whole" width="100" height="6" />
        <rect class="share-part" width={(100 * exercised) / Math.max(of, 1)} height="6" />
      </svg>
      <span class="num">
        {exercised} / {of}
      </span>
    </span>
  )
}
