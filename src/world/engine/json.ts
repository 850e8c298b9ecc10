/** Plain JSON, the data that entities, plans and logs consist of. */
export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json | undefined }
