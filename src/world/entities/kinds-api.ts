/** What an account is at the cloud. */
export type Role = 'buyer' | 'partner' | 'seller'

/** Kinds of production interface (`x-key` of specs/production). Each has its own key, and may have its own address. */
export type InterfaceUse = 'basic' | 'kit' | 'licence' | 'notification'

/** Keys of one seller by kind of interface. A call whose kind has none is not made. */
export type InterfaceKeys = Readonly<Partial<Record<InterfaceUse, string>>>
