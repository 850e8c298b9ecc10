/** What a page is given. */
export interface PageProps {
  /** What follows the path of the page in the address: `CS2601010800AAAAA`, or `CS2601010800AAAAA/bills`. */
  readonly params?: { readonly rest?: string }
}
